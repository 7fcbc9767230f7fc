package dev.clew.gnn.ridge;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.EncoderScales;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.interactions.AttributeMatrix;
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

    /** Twice that of the spectral filter and half as much again for the regression's steps: once to choose the scale of new items. */
    @Override
    public Estimate estimate(RecommendationGraph graph) {
        Estimate spectral = new SpectralProvider().estimate(graph);
        return new Estimate(3 * spectral.cpuSeconds(), 2 * spectral.bytes());
    }

    /** @throws IllegalArgumentException if the scale of new items is to be chosen on a graph that cannot be split */
    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        RidgeParameters parameters = RidgeParameters.of(settings);
        VectorRecommender fitted = fit(data.graph(), parameters, context);
        return scaled(
                fitted, parameters.newItemScale() > 0 ? parameters.newItemScale() : chosen(data, parameters, context));
    }

    private static double chosen(TrainingData data, RidgeParameters parameters, FitContext context) {
        if (AttributeMatrix.isEmpty(data.graph())) {
            return 1;
        }
        if (data.graph() instanceof GraphSnapshot graph) {
            return new NewItemScale(graph, context.seed()).choose(train -> fit(train, parameters, context));
        }
        throw new IllegalArgumentException(
                "newItemScale (0) is chosen on a part of the graph, and this one cannot be split."
                        + " Give a number above 0.");
    }

    private static VectorRecommender scaled(VectorRecommender fitted, double newItemScale) {
        AttributeEncoder encoder = fitted.encoder().orElseThrow();
        EncoderScales scales = encoder.scales();
        EncoderScales with = new EncoderScales(scales.history(), (float) newItemScale, scales.shared());
        return new VectorRecommender(NAME, fitted.vectors(), fitted.filter(), encoder.with(with));
    }

    private static VectorRecommender fit(RecommendationGraph graph, RidgeParameters parameters, FitContext context) {
        SpectralProvider provider = new SpectralProvider();
        VectorRecommender spectral = (VectorRecommender)
                provider.fit(TrainingData.all(graph), Settings.defaults(provider.parameters()), context);
        ItemVectors known = KnownItems.of(graph, spectral.vectors());
        AttributeEncoder encoder = new RidgeEncoder(parameters, Workers.all()).encode(graph, known);
        return new VectorRecommender(NAME, known, spectral.filter(), encoder);
    }
}
