package dev.clew.core.path;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/** Makes {@link MetaPathRecommender}s over the {@linkplain MetaPath#of paths of the schema}, weighted as declared where the settings do not say. */
public final class MetaPathProvider implements RecommenderProvider {
    static final String NAME = "meta-path";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Items reached from what the user did over other people, shared attributes and links; every reason is a path.";
    }

    @Override
    public List<Parameter> parameters() {
        return MetaPathParameters.PARAMETERS;
    }

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        return Estimate.NOTHING;
    }

    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        MetaPathParameters parameters =
                MetaPathParameters.of(settings).over(data.graph().schema().pathWeights());
        return MetaPathRecommenders.of(data.graph(), NAME, MetaPath::of, parameters);
    }
}
