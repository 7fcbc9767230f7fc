package dev.clew.gnn.ridge;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.spectral.SpectralProvider;
import java.util.List;

/** Makes the ridge encoder: the vectors of the spectral filter, and vectors from attributes for items that nobody has acted on. */
public final class RidgeProvider implements RecommenderProvider {
    static final String NAME = "ridge-encoder";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "The spectral filter, and vectors of new items from their attributes by ridge regression.";
    }

    @Override
    public List<Parameter> parameters() {
        return RidgeParameters.PARAMETERS;
    }

    /** That of the spectral filter and half as much again for the regression's steps. */
    @Override
    public Estimate estimate(RecommendationGraph graph) {
        Estimate spectral = new SpectralProvider().estimate(graph);
        return new Estimate(1.5 * spectral.cpuSeconds(), 2 * spectral.bytes());
    }

    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        VectorRecommender spectral = (VectorRecommender) context.component(SpectralProvider.NAME);
        RidgeEncoder encoder = new RidgeEncoder(RidgeParameters.of(settings), Workers.all());
        return new VectorRecommender(NAME, encoder.encode(data.graph(), spectral.vectors()), spectral.filter());
    }
}
