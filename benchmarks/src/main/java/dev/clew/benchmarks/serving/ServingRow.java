package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.quality.MeanQuality;
import dev.clew.benchmarks.timing.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code serving.json}.
 *
 * @param recallAt20 null, as is {@code ndcgAt20}, for a system that does not recommend, or that was too slow to be asked for all users:
 *     means over other users must not be compared
 */
record ServingRow(
        String system,
        String dataset,
        int clientThreads,
        double p50Ms,
        double p95Ms,
        double p99Ms,
        double perSecond,
        @Nullable Double recallAt20,
        @Nullable Double ndcgAt20) {

    static ServingRow of(SystemResult result, String dataset, int clients, Measurement measured) {
        MeanQuality quality = result.isComplete() ? result.quality() : null;
        return new ServingRow(
                result.system().name(),
                dataset,
                clients,
                rounded(measured.millisAt(50), 1e3),
                rounded(measured.millisAt(95), 1e3),
                rounded(measured.millisAt(99), 1e3),
                rounded(measured.perSecond(), 1e1),
                quality == null ? null : rounded(quality.recall(), 1e5),
                quality == null ? null : rounded(quality.ndcg(), 1e5));
    }

    /** More digits than were measured would only suggest precision. */
    private static double rounded(double value, double scale) {
        return Math.round(value * scale) / scale;
    }
}
