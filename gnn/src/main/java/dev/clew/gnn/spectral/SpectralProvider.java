package dev.clew.gnn.spectral;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.matrix.Workers;
import java.util.List;

/** Makes the spectral graph filter: item vectors in closed form, users folded in. */
public final class SpectralProvider implements RecommenderProvider {
    public static final String NAME = "spectral";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Item vectors from the smoothest patterns in what people did; sees similarity beyond shared neighbours.";
    }

    @Override
    public List<Parameter> parameters() {
        return SpectralParameters.PARAMETERS;
    }

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        return SpectralEstimate.of(graph, SpectralParameters.DEFAULT);
    }

    @Override
    public Estimate estimate(RecommendationGraph graph, Settings settings) {
        return SpectralEstimate.of(graph, SpectralParameters.of(settings));
    }

    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        return fit(data.graph(), SpectralParameters.of(settings), context);
    }

    /** Vectors of that dimension, everything else as by default: what encoders of new items start from. */
    public static VectorRecommender fit(RecommendationGraph graph, int dimension, FitContext context) {
        return fit(graph, SpectralParameters.of(dimension), context);
    }

    private static VectorRecommender fit(RecommendationGraph graph, SpectralParameters parameters, FitContext context) {
        var vectors = new SpectralFilter(parameters, Workers.all()).learn(graph, context.seed(), context::progress);
        return new VectorRecommender(NAME, vectors, parameters.filter());
    }
}
