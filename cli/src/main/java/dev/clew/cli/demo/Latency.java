package dev.clew.cli.demo;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long calls took, as their client saw it.
 *
 * @param calls how many were measured
 */
record Latency(int calls, double medianMillis, double p99Millis) {

    /**
     * Sums up measured calls; percentiles are by nearest rank.
     *
     * @param nanos at least one duration, in any order; not modified
     */
    static Latency of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latency(sorted.length, millis(sorted, 0.5), millis(sorted, 0.99));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "median %.2f ms, p99 %.2f ms (%d calls)", medianMillis, p99Millis, calls);
    }

    private static double millis(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
