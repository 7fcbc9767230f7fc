package dev.clew.gnn.lightgcn;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.training.Learned;
import dev.clew.gnn.training.TrainingEstimate;
import dev.clew.gnn.training.ValidationRecall;
import java.util.List;
import java.util.Map;

/** Makes LightGCN: item vectors learned end to end through graph convolution, users folded in. */
public final class LightGcnProvider implements RecommenderProvider {
    static final String NAME = "lightgcn";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Item vectors learned end to end through light graph convolution, with DL4J; a yardstick for the spectral filter.";
    }

    @Override
    public List<Parameter> parameters() {
        return LightGcnParameters.PARAMETERS;
    }

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        return estimate(graph, Settings.defaults(parameters()));
    }

    @Override
    public Estimate estimate(RecommendationGraph graph, Settings settings) {
        LightGcnParameters parameters = LightGcnParameters.of(settings);
        int drawn = parameters.loss() == LightGcnParameters.Loss.SOFTMAX ? parameters.negativeCount() : 0;
        return TrainingEstimate.of(
                graph, parameters.training(), parameters.dimension(), drawn, 2 * parameters.layers());
    }

    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        LightGcnParameters parameters = LightGcnParameters.of(settings);
        InteractionMatrix interactions = InteractionMatrix.of(data.graph(), Map.of());
        Learned learned =
                new LightGcn(parameters, Workers.all()).learn(data, interactions, context.seed(), context::progress);
        return new VectorRecommender(
                NAME, ValidationRecall.vectors(interactions.items().nodes(), learned.items()));
    }
}
