package dev.clew.gnn.twotower;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.AttributeSpace;
import dev.clew.core.vectors.EncoderScales;
import dev.clew.core.vectors.FilterParameters;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.interactions.AttributeMatrix;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.interactions.KnownItems;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.training.TrainingEstimate;
import dev.clew.gnn.training.ValidationRecall;
import java.util.List;
import java.util.Map;

/** Makes two towers: items from what they are and a vector of their own, users as the mean of what they acted on. */
public final class TwoTowerProvider implements RecommenderProvider {
    static final String NAME = "two-tower";
    /** New items count as the tower gives them. */
    private static final EncoderScales AS_KNOWN = new EncoderScales(1, 1, 0);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Items from their attributes and a vector of their own, users as the mean of their items, with DL4J.";
    }

    @Override
    public List<Parameter> parameters() {
        return TwoTowerParameters.PARAMETERS;
    }

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        return estimate(graph, Settings.defaults(parameters()));
    }

    @Override
    public Estimate estimate(RecommendationGraph graph, Settings settings) {
        TwoTowerParameters parameters = TwoTowerParameters.of(settings);
        return TrainingEstimate.of(graph, parameters.training(), parameters.dimension(), parameters.negativeCount(), 2);
    }

    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        TwoTowerParameters parameters = TwoTowerParameters.of(settings);
        RecommendationGraph graph = data.graph();
        InteractionMatrix interactions = InteractionMatrix.of(graph, Map.of());
        int[] items = interactions.items().nodes();
        AttributeSpace space = AttributeSpace.of(graph, items);
        TwoTower.Towers towers = new TwoTower(parameters, Workers.all())
                .learn(data, interactions, AttributeMatrix.of(graph, items, space), context.seed(), context::progress);
        ItemVectors known = KnownItems.of(
                graph, ValidationRecall.vectors(items, towers.learned().items()));
        return new VectorRecommender(NAME, known, FilterParameters.NONE, encoder(space, towers.attributes()));
    }

    private static AttributeEncoder encoder(AttributeSpace space, DenseMatrix table) {
        return new AttributeEncoder(space, table.values(), table.columns(), AS_KNOWN);
    }
}
