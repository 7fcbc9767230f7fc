package dev.clew.core.pagerank;

import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of personalised PageRank.
 *
 * @param restartProbability chance of jumping back to the seeds at each step, in (0, 1); larger stays nearer the seeds
 * @param tolerance largest residual left per relationship of a node when the push stops, greater than 0; cost grows as 1/tolerance
 * @param typeWeights how readily a relationship type is walked, by its name, at least 0; 1 where nothing is said, and 0 is never walked
 */
public record PageRankParameters(double restartProbability, double tolerance, Map<String, Double> typeWeights) {
    public static final PageRankParameters DEFAULT = new PageRankParameters(0.15, 1e-6, Map.of());

    public PageRankParameters {
        if (!(restartProbability > 0 && restartProbability < 1)) {
            throw new IllegalArgumentException("restartProbability (" + restartProbability + ") must be in (0, 1)."
                    + (restartProbability >= 1 ? " Maybe it was given as a percentage." : ""));
        }
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance (" + tolerance + ") must be greater than 0 and finite.");
        }
        typeWeights = Map.copyOf(typeWeights);
        new TreeMap<>(typeWeights).forEach(PageRankParameters::checkWeight);
    }

    private static void checkWeight(String type, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "typeWeights." + type + " (" + weight + ") must be a finite number at least 0.");
        }
    }

    double typeWeight(String type) {
        return typeWeights.getOrDefault(type, 1.0);
    }
}
