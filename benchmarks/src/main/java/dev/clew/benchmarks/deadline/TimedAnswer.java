package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.timing.GcPause;
import java.time.Instant;
import java.util.List;

/**
 * An answer and what it took, measured where it was made.
 *
 * @param begin of the call
 * @param nanos from there to the last row
 * @param stoppedBy what the answer says of itself; empty if there is no row to say it
 * @param items keys, best first
 */
record TimedAnswer(Instant begin, long nanos, String stoppedBy, List<Object> items) {

    /** What an answer that its deadline cut says of itself. */
    static final String DEADLINE = "deadline";

    /** Those of some pauses that fell into the call. */
    List<GcPause> among(List<GcPause> pauses) {
        Instant end = begin.plusNanos(nanos);
        return pauses.stream().filter(pause -> pause.touches(begin, end)).toList();
    }

    boolean saysPartial() {
        return stoppedBy.equals(DEADLINE);
    }
}
