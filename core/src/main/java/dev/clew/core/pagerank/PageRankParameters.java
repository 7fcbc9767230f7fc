package dev.clew.core.pagerank;

import dev.clew.core.chain.TypeWeights;
import java.util.Map;

/**
 * Settings of personalised PageRank.
 *
 * @param restartProbability chance of jumping back to the seeds at each step, in (0, 1); larger stays nearer the seeds
 * @param tolerance largest residual left per relationship of a node when the push stops, greater than 0; cost grows as 1/tolerance
 * @param typeWeights how readily a relationship type is walked, by its name, at least 0; 1 where nothing is said, and 0 is never walked
 */
public record PageRankParameters(double restartProbability, double tolerance, Map<String, Double> typeWeights) {
    /** The restart probability was chosen on interactions held out of the train parts of gowalla and alibaba-ifashion. */
    public static final PageRankParameters DEFAULT = new PageRankParameters(0.5, 1e-6, Map.of());

    public PageRankParameters {
        if (!(restartProbability > 0 && restartProbability < 1)) {
            throw new IllegalArgumentException("restartProbability (" + restartProbability + ") must be in (0, 1)."
                    + (restartProbability >= 1 ? " Maybe it was given as a percentage." : ""));
        }
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance (" + tolerance + ") must be greater than 0 and finite.");
        }
        typeWeights = new TypeWeights(typeWeights).byName();
    }

    /** How readily each type is walked. */
    TypeWeights weights() {
        return new TypeWeights(typeWeights);
    }
}
