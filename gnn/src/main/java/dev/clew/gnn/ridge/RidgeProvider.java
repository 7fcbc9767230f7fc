package dev.clew.gnn.ridge;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.interactions.KnownItems;
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

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        return estimate(graph, Settings.defaults(parameters()));
    }

    @Override
    public Estimate estimate(RecommendationGraph graph, Settings settings) {
        return RidgeEstimate.of(graph, RidgeParameters.of(settings));
    }

    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        RidgeParameters parameters = RidgeParameters.of(settings);
        return NewItemScale.set(
                fit(data.graph(), parameters, context),
                parameters.newItemScale(),
                data.graph(),
                context.seed(),
                train -> fit(train, parameters, context));
    }

    private static VectorRecommender fit(RecommendationGraph graph, RidgeParameters parameters, FitContext context) {
        VectorRecommender spectral = SpectralProvider.fit(graph, parameters.dimension(), context);
        ItemVectors known = KnownItems.of(graph, spectral.vectors());
        AttributeEncoder encoder = new RidgeEncoder(parameters, Workers.all()).encode(graph, known);
        return new VectorRecommender(NAME, known, spectral.filter(), encoder);
    }
}
