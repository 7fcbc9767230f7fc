package dev.clew.gnn.training;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.RecommenderProvider.Estimate;
import dev.clew.gnn.interactions.Catalogue;
import dev.clew.gnn.interactions.InteractionMatrix;

/** What learning by gradients costs, counted from the sizes. */
public final class TrainingEstimate {
    /** Operations a CPU second of dense products, as measured on two cores that were busy with other things; a quiet machine does more. */
    private static final double DENSE_RATE = 8e9;
    /** The same for the sparse products, which wait for memory. */
    private static final double SPARSE_RATE = 2e9;
    /** CPU seconds until ND4J is there. */
    private static final double LOADING = 3;

    private TrainingEstimate() {}

    /**
     * @param drawn items that a step scores for each of its users
     * @param products sparse products of a step, there and back
     */
    public static Estimate of(
            RecommendationGraph graph, TrainingParameters parameters, int dimension, int drawn, int products) {
        double users = Catalogue.of(graph, NodeRole.USER).size();
        double items = Catalogue.of(graph, NodeRole.ITEM).size();
        double entries = InteractionMatrix.count(graph);
        double batch = Math.max(1, Math.min(users, parameters.usersPerStep()));
        double steps = Math.ceil(users / batch) * parameters.epochs();
        double sparse = 2.0 * products * entries * dimension;
        double dense = 6 * batch * drawn * dimension + 40 * items * dimension;
        double floats = 14 * items * dimension + 2 * users * dimension + 2 * batch * drawn + 10 * entries;
        return new Estimate(
                LOADING + steps * (sparse / SPARSE_RATE + dense / DENSE_RATE), (long) (Float.BYTES * floats));
    }
}
