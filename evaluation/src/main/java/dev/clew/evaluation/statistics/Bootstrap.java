package dev.clew.evaluation.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap over users: users are drawn again with replacement, as many as there are, and the mean is taken again; the range
 * between the 2.5 % and the 97.5 % quantile of those means is the interval. All metrics of a run see the same draws.
 *
 * <p>Source: Efron and Tibshirani, An introduction to the bootstrap, 1993, chapter 13. A user for whom a metric is not defined (NaN) is
 * left out of its means.
 *
 * <p>Cost: O(resamples * users * metrics), on all cores; the result does not depend on their number.
 *
 * @param resamples how many means, at least 100
 */
public record Bootstrap(int resamples, long seed) {
    /** Confidence level of the intervals. */
    public static final double LEVEL = 0.95;

    public Bootstrap {
        if (resamples < 100) {
            throw new IllegalArgumentException(
                    "resamples (" + resamples + ") must be at least 100: the quantiles of fewer mean nothing.");
        }
    }

    /**
     * The interval of each metric's mean.
     *
     * @param metrics one array for each metric, with one value for each user, all of the same length
     */
    public List<Interval> intervals(List<double[]> metrics) {
        double[][] means = new double[resamples][];
        IntStream.range(0, resamples).parallel().forEach(i -> means[i] = resampledMeans(metrics, i));
        return IntStream.range(0, metrics.size())
                .mapToObj(metric -> interval(
                        mean(metrics.get(metric)),
                        Arrays.stream(means).mapToDouble(row -> row[metric]).toArray()))
                .toList();
    }

    private double[] resampledMeans(List<double[]> metrics, int resample) {
        int users = metrics.isEmpty() ? 0 : metrics.get(0).length;
        int[] times = new int[users];
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + resample);
        for (int i = 0; i < users; i++) {
            times[random.nextInt(users)]++;
        }
        return metrics.stream().mapToDouble(values -> mean(values, times)).toArray();
    }

    private static double mean(double[] values, int[] times) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            if (times[i] > 0 && !Double.isNaN(values[i])) {
                sum += times[i] * values[i];
                count += times[i];
            }
        }
        return sum / count;
    }

    /** The mean of the values that are defined; NaN if none is. */
    public static double mean(double[] values) {
        int[] once = new int[values.length];
        Arrays.fill(once, 1);
        return mean(values, once);
    }

    private static Interval interval(double mean, double[] means) {
        double[] sorted =
                Arrays.stream(means).filter(it -> !Double.isNaN(it)).sorted().toArray();
        return sorted.length == 0
                ? Interval.exactly(mean)
                : new Interval(mean, quantile(sorted, (1 - LEVEL) / 2), quantile(sorted, (1 + LEVEL) / 2));
    }

    /** Linear between order statistics (type 7 of Hyndman and Fan, The American Statistician 1996). */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
