package dev.clew.core.randomwalk;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/** Makes recommenders by random walks with restart. */
public final class RandomWalkProvider implements RecommenderProvider {
    static final String NAME = "random-walk";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Personalised PageRank by random walks: stops when the order is certain enough, whatever the size of the graph.";
    }

    @Override
    public List<Parameter> parameters() {
        return RandomWalkParameters.PARAMETERS;
    }

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        return Estimate.NOTHING;
    }

    /**
     * @throws IllegalArgumentException if {@code typeWeights} names a relationship type that is not declared, or gives one a weight that is not
     *     a number at least 0
     */
    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        GraphSchema schema = data.graph().schema();
        return new RandomWalkRecommender(schema, RandomWalkParameters.of(schema, settings));
    }
}
