package dev.clew.benchmarks.freshness;

/**
 * The content of {@code freshness.json}.
 *
 * @param addedCommitPercent what following adds to the median commit of one interaction; Low and High are its 95 % interval
 * @param visibleP50Ms from a write's success to the end of an answer that knows of it
 */
record FreshnessRow(
        int pairs,
        int misses,
        double addedCommitPercent,
        double addedCommitPercentLow,
        double addedCommitPercentHigh,
        double visibleP50Ms,
        double visibleP99Ms) {}
