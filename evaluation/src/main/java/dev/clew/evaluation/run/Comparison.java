package dev.clew.evaluation.run;

import dev.clew.evaluation.statistics.Holm;
import dev.clew.evaluation.statistics.PairedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Two recommenders on the same users by one metric; the p values are corrected for all comparisons of the run.
 *
 * @param difference mean of the first less mean of the second
 */
public record Comparison(
        String first, String second, String metric, double difference, double tTestP, double wilcoxonP, int users) {

    /** Every pair of recommenders by every one of the metrics, each test's p values corrected by Holm's method as one family. */
    public static List<Comparison> all(List<RecommenderResult> results, List<String> metrics) {
        List<Comparison> raw = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            for (int j = i + 1; j < results.size(); j++) {
                for (String metric : metrics) {
                    raw.add(of(results.get(i), results.get(j), metric));
                }
            }
        }
        return corrected(raw);
    }

    private static Comparison of(RecommenderResult first, RecommenderResult second, String metric) {
        PairedTest test = PairedTest.of(
                Objects.requireNonNull(first.perUser().get(metric), metric),
                Objects.requireNonNull(second.perUser().get(metric), metric));
        return new Comparison(
                first.recommender(),
                second.recommender(),
                metric,
                test.meanDifference(),
                test.tTestP(),
                test.wilcoxonP(),
                test.users());
    }

    private static List<Comparison> corrected(List<Comparison> raw) {
        double[] t = Holm.correct(raw.stream().mapToDouble(Comparison::tTestP).toArray());
        double[] wilcoxon =
                Holm.correct(raw.stream().mapToDouble(Comparison::wilcoxonP).toArray());
        List<Comparison> corrected = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            Comparison it = raw.get(i);
            corrected.add(new Comparison(it.first, it.second, it.metric, it.difference, t[i], wilcoxon[i], it.users));
        }
        return corrected;
    }
}
