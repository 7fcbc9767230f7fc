package dev.clew.gnn.lightgcn;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.RecommenderProvider.Estimate;
import dev.clew.gnn.interactions.Catalogue;
import dev.clew.gnn.interactions.InteractionMatrix;

/** What learning LightGCN costs, counted from the sizes. */
final class LightGcnEstimate {
    /** Operations a CPU second, of dense products; the sparse ones wait for memory. */
    private static final double DENSE_RATE = 1e10;

    private static final double SPARSE_RATE = 2e9;

    private LightGcnEstimate() {}

    static Estimate of(RecommendationGraph graph, LightGcnParameters parameters) {
        double users = Catalogue.of(graph, NodeRole.USER).size();
        double items = Catalogue.of(graph, NodeRole.ITEM).size();
        double entries = InteractionMatrix.count(graph);
        double dimension = parameters.dimension();
        double batch = Math.min(users, parameters.training().usersPerStep());
        double steps =
                Math.ceil(users / Math.max(1, batch)) * parameters.training().epochs();
        double drawn = parameters.loss() == LightGcnParameters.Loss.SOFTMAX ? parameters.negativeCount() : 0;
        double sparse = 4 * parameters.layers() * entries * dimension;
        double dense = 6 * batch * drawn * dimension + 30 * items * dimension;
        double floats = 12 * items * dimension + 2 * users * dimension + 2 * batch * drawn + 10 * entries;
        return new Estimate(3 + steps * (sparse / SPARSE_RATE + dense / DENSE_RATE), (long) (Float.BYTES * floats));
    }
}
