package dev.clew.core.recommend;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.split.HeldOut;

/**
 * What a recommender may learn from.
 *
 * @param graph the interactions to train on
 * @param validation interactions kept out of the graph, for choosing settings; empty when there is nothing to choose
 */
public record TrainingData(RecommendationGraph graph, HeldOut validation) {
    /** Everything, nothing kept out. */
    public static TrainingData all(RecommendationGraph graph) {
        return new TrainingData(graph, HeldOut.NONE);
    }
}
