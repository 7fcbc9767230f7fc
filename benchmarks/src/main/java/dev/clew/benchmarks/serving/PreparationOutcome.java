package dev.clew.benchmarks.serving;

import org.jspecify.annotations.Nullable;

/**
 * What became of a preparation.
 *
 * @param seconds how long it took; 0 if an earlier run had done it
 * @param failure why it is not there; null if it is
 */
record PreparationOutcome(
        Preparation preparation, double seconds, @Nullable String failure) {

    boolean failed() {
        return failure != null;
    }
}
