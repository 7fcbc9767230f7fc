package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.timing.GcPause;
import dev.clew.benchmarks.timing.Measurement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The calls of one kind, or of all kinds together. */
final class CaseResult {

    private final long timeoutNanos;
    private final Measurement overruns = new Measurement();
    private final Measurement withoutPauses = new Measurement();
    private final Measurement times = new Measurement();
    private int partial;
    private int empty;
    private int silent;
    private int paused;
    private long longestPauseMillis;

    CaseResult(long timeoutMillis) {
        this.timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }

    /**
     * Counts an answer.
     *
     * @param complete what the answer without a deadline holds
     * @param pauses of the garbage collector during the call
     */
    void add(TimedAnswer answer, List<Object> complete, List<GcPause> pauses) {
        long overrun = Math.max(0, answer.nanos() - timeoutNanos);
        times.answered(answer.nanos());
        overruns.answered(overrun);
        if (pauses.isEmpty()) {
            withoutPauses.answered(overrun);
        } else {
            paused++;
            pauses.forEach(pause -> longestPauseMillis =
                    Math.max(longestPauseMillis, pause.length().toMillis()));
        }
        partial += answer.saysPartial() ? 1 : 0;
        empty += answer.items().isEmpty() ? 1 : 0;
        silent += !answer.saysPartial() && !answer.items().equals(complete) ? 1 : 0;
    }

    /** Time of the calls. */
    Measurement times() {
        return times;
    }

    /** Time after the deadline; 0 for a call that met it. */
    Measurement overruns() {
        return overruns;
    }

    /** The same of the calls that no pause of the garbage collector fell into. */
    Measurement overrunsWithoutPauses() {
        return withoutPauses;
    }

    /** Calls that a pause of the garbage collector fell into. */
    int paused() {
        return paused;
    }

    long longestPauseMillis() {
        return longestPauseMillis;
    }

    /** Answers that say they were cut by their deadline. */
    int partial() {
        return partial;
    }

    /** Answers without an item. */
    int empty() {
        return empty;
    }

    /** Answers that are not what they would be without a deadline, and do not say so. */
    int silent() {
        return silent;
    }
}
