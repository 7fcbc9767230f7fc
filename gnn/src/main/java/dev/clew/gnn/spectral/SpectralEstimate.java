package dev.clew.gnn.spectral;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.RecommenderProvider.Estimate;
import dev.clew.gnn.interactions.Catalogue;
import dev.clew.gnn.interactions.InteractionMatrix;

/** What learning by the spectral filter costs, counted from the sizes. */
public final class SpectralEstimate {
    /** Dense operations a CPU second, as measured on two cores that were busy with other things; a quiet machine does more. */
    private static final double DENSE_RATE = 1e10;
    /** The same for the sparse products, which wait for memory. */
    private static final double SPARSE_RATE = 2e9;

    private SpectralEstimate() {}

    public static Estimate of(RecommendationGraph graph, SpectralParameters parameters) {
        double users = Catalogue.of(graph, NodeRole.USER).size();
        double items = Catalogue.of(graph, NodeRole.ITEM).size();
        double entries = InteractionMatrix.count(graph);
        double wanted = Math.min(parameters.dimension() * 1.125 + 16, Math.min(users, items));
        double squared = wanted * wanted;
        double dense = squared * (2 * parameters.iterations() * items + users + 2 * items) + 30 * squared * wanted;
        double sparse = 2 * entries * wanted * (2 * parameters.iterations() + 1);
        double floats = wanted * (2 * items + users) + 3 * squared + 8 * entries;
        return new Estimate(dense / DENSE_RATE + sparse / SPARSE_RATE, (long) (Float.BYTES * floats));
    }
}
