package dev.clew.evaluation.report;

import dev.clew.evaluation.run.Comparison;
import dev.clew.evaluation.run.RecommenderResult;
import java.util.List;

/**
 * A finished evaluation.
 *
 * @param dataset the data's name
 * @param protocol the task's name
 * @param candidates {@code all} or {@code new}
 * @param candidateCount items ranked
 * @param command as it was given, for rerunning it
 * @param revision of the code, {@code unknown} without version control
 */
public record Evaluation(
        String dataset,
        String protocol,
        String candidates,
        int candidateCount,
        long seed,
        String command,
        String revision,
        List<RecommenderResult> results,
        List<Comparison> comparisons) {
    public Evaluation {
        results = List.copyOf(results);
        comparisons = List.copyOf(comparisons);
    }
}
