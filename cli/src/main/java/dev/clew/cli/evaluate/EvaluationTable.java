package dev.clew.cli.evaluate;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.Table;
import dev.clew.evaluation.report.Evaluation;
import dev.clew.evaluation.run.Comparison;
import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.statistics.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An evaluation on a terminal: the main metrics with their intervals, and whether the best one differs from the others. */
record EvaluationTable(Console console) {

    void print(Evaluation evaluation, int k) {
        String recall = "Recall@" + k;
        String ndcg = "NDCG@" + k;
        String coverage = "Coverage@" + k;
        console.line("");
        console.line("%s, protocol %s, %s candidates (%,d items), %,d users, 95 %% intervals over users"
                .formatted(
                        evaluation.dataset(),
                        evaluation.protocol(),
                        evaluation.candidates(),
                        evaluation.candidateCount(),
                        evaluation.results().get(0).users()));
        var table = new Table("Recommender", recall, ndcg, coverage, "Fit CPU-s", "Answer CPU-s", "Peak MiB");
        for (RecommenderResult result : best(evaluation, ndcg)) {
            table.add(
                    result.recommender(),
                    interval(result, recall),
                    interval(result, ndcg),
                    String.format(Locale.ROOT, "%.3f", result.value(coverage)),
                    String.format(Locale.ROOT, "%.1f", result.fitCpuSeconds()),
                    String.format(Locale.ROOT, "%.1f", result.rankCpuSeconds()),
                    String.format(Locale.ROOT, "%,d", result.peakMemoryBytes() >> 20));
        }
        table.lines().forEach(console::line);
        significance(evaluation, best(evaluation, ndcg).get(0).recommender(), ndcg);
    }

    private static List<RecommenderResult> best(Evaluation evaluation, String metric) {
        return evaluation.results().stream()
                .sorted(Comparator.comparingDouble((RecommenderResult result) -> -result.value(metric)))
                .toList();
    }

    private static String interval(RecommenderResult result, String metric) {
        Interval interval = result.metrics().get(metric);
        return interval == null
                ? ""
                : String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", interval.value(), interval.low(), interval.high());
    }

    private void significance(Evaluation evaluation, String best, String metric) {
        for (Comparison it : evaluation.comparisons()) {
            if (it.metric().equals(metric)
                    && (it.first().equals(best) || it.second().equals(best))) {
                String other = it.first().equals(best) ? it.second() : it.first();
                console.line(String.format(
                        Locale.ROOT,
                        "%s against %s by %s: %+.4f, p %.2g (t), %.2g (Wilcoxon), corrected for all comparisons",
                        best,
                        other,
                        metric,
                        it.first().equals(best) ? it.difference() : -it.difference(),
                        it.tTestP(),
                        it.wilcoxonP()));
            }
        }
    }
}
