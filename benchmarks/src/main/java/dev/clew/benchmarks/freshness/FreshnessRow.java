package dev.clew.benchmarks.freshness;

/** The content of {@code freshness.json}. */
record FreshnessRow(int pairs, int misses, double addedCommitPercent) {}
