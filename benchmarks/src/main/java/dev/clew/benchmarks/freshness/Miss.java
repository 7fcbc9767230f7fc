package dev.clew.benchmarks.freshness;

/**
 * A write that the next request did not see.
 *
 * @param pair number of the pair
 * @param change what was written
 * @param when before or after the write
 * @param answer what was seen instead
 */
record Miss(int pair, Change change, String when, Answer answer) {

    @Override
    public String toString() {
        return "pair %d, %s, %s the write: %s"
                .formatted(pair, change.kind(), when, answer.error() == null ? answer.items() : answer.error());
    }
}
