package dev.clew.benchmarks.scale;

/**
 * What was measured on one graph.
 *
 * @param countedBytes what the graph says it holds
 * @param heapBytes what the heap holds with it beyond what it held without it, garbage collected
 * @param peakBytes what the heap held beyond that while it was built, at the worst moment seen
 * @param buildSeconds adding nodes and interactions and building, the middle one of several times up to ten million interactions
 * @param cutPercent requests that the work budget stopped
 */
record Measured(
        int interactions,
        int users,
        int items,
        long countedBytes,
        long heapBytes,
        long peakBytes,
        double buildSeconds,
        double p50Ms,
        double p99Ms,
        double cutPercent) {

    double countedPerInteraction() {
        return (double) countedBytes / interactions;
    }

    double heapPerInteraction() {
        return (double) heapBytes / interactions;
    }

    /** How many times the final memory building takes. */
    double peakRatio() {
        return (double) peakBytes / heapBytes;
    }

    ScaleRow row() {
        return new ScaleRow(
                interactions,
                rounded(countedPerInteraction(), 100),
                rounded(buildSeconds, 1000),
                rounded(p50Ms, 1000),
                rounded(p99Ms, 1000));
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
