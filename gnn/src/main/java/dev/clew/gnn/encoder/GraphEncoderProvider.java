package dev.clew.gnn.encoder;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.interactions.KnownItems;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.ridge.NewItemScale;
import dev.clew.gnn.ridge.RidgeProvider;
import dev.clew.gnn.spectral.SpectralProvider;
import java.util.List;

/** Makes the graph encoder: the vectors of the spectral filter, and vectors of new items by what DL4J learned of relationship types. */
public final class GraphEncoderProvider implements RecommenderProvider {
    static final String NAME = "graph-encoder";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "The ridge encoder with learned weights of relationship types and a learned mix of its vectors.";
    }

    @Override
    public List<Parameter> parameters() {
        return GraphEncoderParameters.PARAMETERS;
    }

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        return estimate(graph, Settings.defaults(parameters()));
    }

    /** Five regressions where the ridge encoder has one, and the steps. */
    @Override
    public Estimate estimate(RecommendationGraph graph, Settings settings) {
        Estimate ridge = new RidgeProvider().estimate(graph, settings);
        return new Estimate(3 * ridge.cpuSeconds() + 60, 2 * ridge.bytes());
    }

    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        GraphEncoderParameters parameters = GraphEncoderParameters.of(settings);
        return NewItemScale.set(
                fit(data.graph(), parameters, context),
                parameters.ridge().newItemScale(),
                data.graph(),
                context.seed(),
                train -> fit(train, parameters, context));
    }

    private static VectorRecommender fit(
            RecommendationGraph graph, GraphEncoderParameters parameters, FitContext context) {
        VectorRecommender spectral =
                SpectralProvider.fit(graph, parameters.ridge().dimension(), context);
        ItemVectors known = KnownItems.of(graph, spectral.vectors());
        GraphEncoder encoder = new GraphEncoder(parameters, Workers.all());
        return new VectorRecommender(
                NAME, known, spectral.filter(), encoder.encode(graph, known, context.seed(), context::progress));
    }
}
