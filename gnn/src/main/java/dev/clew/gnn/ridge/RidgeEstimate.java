package dev.clew.gnn.ridge;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.RecommenderProvider.Estimate;
import dev.clew.gnn.interactions.Catalogue;
import dev.clew.gnn.spectral.SpectralEstimate;
import dev.clew.gnn.spectral.SpectralParameters;

/** What learning by the ridge encoder costs, counted from the sizes. */
final class RidgeEstimate {
    /** Of the spectral filter's time, with the regression's steps. */
    private static final double WITH_REGRESSION = 1.5;
    /** The vectors, those that the regression is told, and {@link ConjugateGradient}'s solution, residual, direction and its image. */
    private static final int ITEM_MATRICES = 7;
    /** What is kept of a fit: the vectors, and their copy of one byte a number. */
    private static final double KEPT_ITEM_MATRICES = 1.25;
    /** The layer, and the transposed product of a step. */
    private static final int COLUMN_MATRICES = 2;
    /** A graph without new items, one without withheld pairs either, and what building it takes besides. */
    private static final int GRAPHS = 3;

    private RidgeEstimate() {}

    static Estimate of(RecommendationGraph graph, RidgeParameters parameters) {
        Estimate spectral = SpectralEstimate.of(graph, SpectralParameters.of(parameters.dimension()));
        double items = Catalogue.of(graph, NodeRole.ITEM).size();
        double columns = Catalogue.of(graph, NodeRole.ATTRIBUTE).size();
        double vector = (double) Float.BYTES * parameters.dimension();
        long fitting =
                Math.max(spectral.bytes(), (long) (vector * (ITEM_MATRICES * items + COLUMN_MATRICES * columns)));
        double seconds = WITH_REGRESSION * spectral.cpuSeconds();
        if (parameters.newItemScale() > 0) {
            return new Estimate(seconds, fitting);
        }
        long kept = (long) (vector * (KEPT_ITEM_MATRICES * items + columns));
        return new Estimate(2 * seconds, fitting + kept + GRAPHS * graph.memoryBytes());
    }
}
