package dev.clew.benchmarks.replay;

/**
 * One line of {@code replay.json}.
 *
 * @param recommender {@code all} for all of them
 * @param threads that answered again
 * @param cut answers that their deadline had cut short the first time
 * @param different answers that did not come out the same
 */
record ReplayRow(String dataset, String recommender, int threads, int requests, int cut, int different) {

    static final String ALL = "all";
}
