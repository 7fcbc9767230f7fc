package dev.clew.benchmarks.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How much longer something takes, from pairs of blocks that were measured one right after the other, so that a slow minute of the machine
 * hits both: the median over pairs of the later median over the earlier, with a percentile bootstrap interval over pairs (Efron and
 * Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
 *
 * @param percent added
 * @param lowPercent end of the 95 % interval
 * @param highPercent other end
 */
public record PairedChange(double percent, double lowPercent, double highPercent) {

    private static final int RESAMPLES = 10_000;
    private static final double TAIL = 0.025;

    /**
     * Compares.
     *
     * @param ratios of one pair each, at least one
     */
    public static PairedChange of(List<Double> ratios) {
        if (ratios.isEmpty()) {
            throw new IllegalArgumentException("ratios (0) must be at least 1.");
        }
        double[] values =
                sorted(ratios.stream().mapToDouble(ratio -> (ratio - 1) * 100).toArray());
        double[] medians = sorted(resampledMedians(values));
        return new PairedChange(
                median(values), medians[(int) (TAIL * RESAMPLES)], medians[(int) ((1 - TAIL) * RESAMPLES)]);
    }

    private static double[] resampledMedians(double[] values) {
        var random = new Random(1);
        double[] medians = new double[RESAMPLES];
        double[] drawn = new double[values.length];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = values[random.nextInt(values.length)];
            }
            medians[resample] = median(sorted(drawn.clone()));
        }
        return medians;
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    private static double median(double[] ascending) {
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }
}
