package dev.clew.benchmarks.walks;

import dev.clew.evaluation.statistics.Bootstrap;
import dev.clew.evaluation.statistics.Interval;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By how much one mean over users differs from another over the same users, in percent of the other, with the ends of the paired 95 % interval.
 */
record RelativeDifference(double percent, double lowPercent, double highPercent) {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(2_000, 1);

    /** The bootstrap draws users with their differences; the mean that they are taken relative to is held. */
    static RelativeDifference of(double[] values, double[] baseline) {
        double[] differences = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - baseline[i])
                .toArray();
        double mean = Bootstrap.mean(baseline);
        Interval interval = BOOTSTRAP.intervals(List.of(differences)).get(0);
        double scale = mean == 0 ? 0 : 100 / mean;
        return new RelativeDifference(scale * interval.value(), scale * interval.low(), scale * interval.high());
    }
}
