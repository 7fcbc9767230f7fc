package dev.clew.core.popularity;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/** Makes {@link PopularityRecommender}s; those of one provider share what they computed, since a request may fit its own. */
public final class PopularityProvider implements RecommenderProvider {
    private final PopularityCache cache = new PopularityCache();

    @Override
    public String name() {
        return PopularityRecommender.NAME;
    }

    @Override
    public String description() {
        return "What most people liked, recent interactions counting more; knows nothing of the user.";
    }

    @Override
    public List<Parameter> parameters() {
        return PopularityParameters.PARAMETERS;
    }

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        return Estimate.NOTHING;
    }

    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        return new PopularityRecommender(PopularityParameters.of(settings), cache);
    }
}
