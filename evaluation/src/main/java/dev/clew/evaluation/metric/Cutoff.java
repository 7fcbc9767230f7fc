package dev.clew.evaluation.metric;

/** The rule for K. */
final class Cutoff {
    private Cutoff() {}

    static void require(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k (" + k + ") must be at least 1.");
        }
    }
}
