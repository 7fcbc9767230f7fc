package dev.clew.evaluation.report;

import dev.clew.evaluation.run.Comparison;
import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.run.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code details.json} holds beside the results: sizes, costs of answering, segments and comparisons.
 *
 * @param users asked for
 */
record Details(
        String dataset,
        String protocol,
        String candidates,
        int candidateCount,
        int users,
        long seed,
        String command,
        String revision,
        Map<String, Double> rankCpuSeconds,
        Map<String, List<Segment>> segments,
        List<Comparison> comparisons) {

    static Details of(Evaluation evaluation) {
        Map<String, Double> rank = new LinkedHashMap<>();
        Map<String, List<Segment>> segments = new LinkedHashMap<>();
        for (RecommenderResult result : evaluation.results()) {
            rank.put(result.recommender(), result.rankCpuSeconds());
            segments.put(result.recommender(), result.segments());
        }
        return new Details(
                evaluation.dataset(),
                evaluation.protocol(),
                evaluation.candidates(),
                evaluation.candidateCount(),
                evaluation.results().stream()
                        .mapToInt(RecommenderResult::users)
                        .max()
                        .orElse(0),
                evaluation.seed(),
                evaluation.command(),
                evaluation.revision(),
                rank,
                segments,
                evaluation.comparisons());
    }
}
