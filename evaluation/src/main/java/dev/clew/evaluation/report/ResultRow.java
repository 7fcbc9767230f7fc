package dev.clew.evaluation.report;

import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of {@code results.json}. Metrics that are not defined on the data are left out. */
record ResultRow(
        String recommender,
        String dataset,
        String protocol,
        String candidates,
        Map<String, Interval> metrics,
        double fitCpuSeconds,
        long peakMemoryBytes,
        long seed,
        Map<String, @Nullable Object> settings) {

    static List<ResultRow> of(Evaluation evaluation) {
        return evaluation.results().stream()
                .map(result -> of(evaluation, result))
                .toList();
    }

    private static ResultRow of(Evaluation evaluation, RecommenderResult result) {
        return new ResultRow(
                result.recommender(),
                evaluation.dataset(),
                evaluation.protocol(),
                evaluation.candidates(),
                defined(result.metrics()),
                result.fitCpuSeconds(),
                result.peakMemoryBytes(),
                evaluation.seed(),
                result.settings());
    }

    static Map<String, Interval> defined(Map<String, Interval> metrics) {
        Map<String, Interval> defined = new LinkedHashMap<>();
        metrics.forEach((name, interval) -> {
            if (!Double.isNaN(interval.value())) {
                defined.put(name, interval);
            }
        });
        return defined;
    }
}
