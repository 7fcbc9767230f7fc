package dev.clew.benchmarks.replay;

import dev.clew.core.recommend.StoppedBy;

/**
 * What has to be kept of an answer to give it again.
 *
 * @param workDone as the answer says; asked for as the budget the next time
 * @param bytes of the answer
 */
record ReplayRecord(Request request, long workDone, StoppedBy stoppedBy, AnswerBytes bytes) {}
