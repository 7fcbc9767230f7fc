package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.timing.Collections;
import java.util.List;

/**
 * An answer and what it took, measured where it was made.
 *
 * @param nanos from the call to the last row
 * @param collections of the garbage collector meanwhile
 * @param stoppedBy what the answer says of itself; empty if there is no row to say it
 * @param items keys, best first
 */
record TimedAnswer(long nanos, Collections collections, String stoppedBy, List<Object> items) {

    /** What an answer that its deadline cut says of itself. */
    static final String DEADLINE = "deadline";

    boolean saysPartial() {
        return stoppedBy.equals(DEADLINE);
    }
}
