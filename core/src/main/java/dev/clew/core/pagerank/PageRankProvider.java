package dev.clew.core.pagerank;

import dev.clew.core.chain.TypeWeights;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/** Makes recommenders by personalised PageRank. */
public final class PageRankProvider implements RecommenderProvider {
    static final String NAME = "personalized-pagerank";

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.real(
                    "restartProbability",
                    PageRankParameters.DEFAULT.restartProbability(),
                    Parameter.Range.open(0, 1),
                    "chance of jumping back to what the user did at each step; larger stays nearer to it"),
            Parameter.real(
                    "tolerance",
                    PageRankParameters.DEFAULT.tolerance(),
                    new Parameter.Range(1e-12, true, 1, false),
                    "largest residual left per relationship of a node; cost grows as 1/tolerance"),
            TypeWeights.PARAMETER);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Follows random walks over all relationships from what the user did; finds distant connections.";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
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
        PageRankParameters parameters = new PageRankParameters(
                settings.real("restartProbability"),
                settings.real("tolerance"),
                TypeWeights.of(schema, settings.map("typeWeights")).byName());
        return new PageRankRecommender(schema, parameters);
    }
}
