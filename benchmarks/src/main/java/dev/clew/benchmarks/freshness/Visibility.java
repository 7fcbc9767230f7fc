package dev.clew.benchmarks.freshness;

import dev.clew.benchmarks.timing.Measurement;

/** How long writes took to be seen; filled by several clients. */
final class Visibility {

    private final Measurement measured = new Measurement();

    synchronized void add(long nanos) {
        measured.answered(nanos);
    }

    synchronized Measurement measured() {
        return measured;
    }
}
