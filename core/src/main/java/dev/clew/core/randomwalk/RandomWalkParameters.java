package dev.clew.core.randomwalk;

import dev.clew.core.chain.TypeWeights;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/**
 * Settings of {@link RandomWalkRecommender}.
 *
 * @param restartProbability chance of going back to the seeds at each step, in (0, 1); larger stays nearer to them
 * @param maxWalks after how many walks to stop at the latest, at least 1
 * @param confidence the probability with which the order is to be right up to {@code epsilon}, in (0, 1)
 * @param epsilon by what share of its score an item may be worse than one that stands below it, in (0, 1)
 * @param multiHitBoost whether items reached from several actions are favoured, as Pixie does; the scores are no PageRank then
 * @param typeWeights how readily relationship types are walked
 */
public record RandomWalkParameters(
        double restartProbability,
        int maxWalks,
        double confidence,
        double epsilon,
        boolean multiHitBoost,
        TypeWeights typeWeights) {
    /** Chosen on interactions held out of the train part of gowalla, where the boost lowers Recall@20. */
    public static final RandomWalkParameters DEFAULT =
            new RandomWalkParameters(0.5, 1 << 13, 0.95, 0.25, false, TypeWeights.EQUAL);

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.real(
                    "restartProbability",
                    DEFAULT.restartProbability,
                    Parameter.Range.open(0, 1),
                    "chance of jumping back to what the user did at each step; larger stays nearer to it"),
            Parameter.integer("maxWalks", DEFAULT.maxWalks, 1, 1 << 24, "walks after which to stop at the latest"),
            Parameter.real(
                    "confidence",
                    DEFAULT.confidence,
                    Parameter.Range.open(0, 1),
                    "probability with which the order must be right up to epsilon for walking to stop early"),
            Parameter.real(
                    "epsilon",
                    DEFAULT.epsilon,
                    Parameter.Range.open(0, 1),
                    "by what share of its score an item may be worse than one that stands below it"),
            Parameter.flag(
                    "multiHitBoost",
                    DEFAULT.multiHitBoost,
                    "whether items reached from several actions are favoured; walking does not stop early then"),
            TypeWeights.PARAMETER);

    public RandomWalkParameters {
        checkShare("restartProbability", restartProbability);
        checkShare("confidence", confidence);
        checkShare("epsilon", epsilon);
        if (maxWalks < 1) {
            throw new IllegalArgumentException("maxWalks (" + maxWalks + ") must be at least 1.");
        }
    }

    private static void checkShare(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be in (0, 1)."
                    + (value >= 1 ? " Maybe it was given as a percentage." : ""));
        }
    }

    static RandomWalkParameters of(GraphSchema schema, Settings settings) {
        return new RandomWalkParameters(
                settings.real("restartProbability"),
                (int) settings.integer("maxWalks"),
                settings.real("confidence"),
                settings.real("epsilon"),
                settings.flag("multiHitBoost"),
                TypeWeights.of(schema, settings.map("typeWeights")));
    }
}
