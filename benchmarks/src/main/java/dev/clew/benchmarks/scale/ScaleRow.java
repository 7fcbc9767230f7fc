package dev.clew.benchmarks.scale;

/** An entry of {@code scale.json}. */
record ScaleRow(int interactions, double bytesPerInteraction, double buildSeconds, double p50Ms, double p99Ms) {}
