package dev.clew.core.path;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.graph.Step;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the degree-normalised walk kernel: the two-step walks over what people did, whatever they did, and nothing else.
 *
 * <pre>{@code
 * score(u) = r_u . K,  K = D_i^-historyExponent . R^T . D_u^-degreeExponent . R . D_i^-candidateExponent
 * }</pre>
 *
 * With exponents of 1, 1 and 0 this is P3 (Cooper et al., WWW 2014), with 1, 1 and beta RP3-beta (Paudel et al., TiiS 2017), with 1/2, 0 and
 * 1/2 item-based collaborative filtering by cosine (Sarwar et al., WWW 2001). Scored on the fly from the degrees of the moment: a
 * {@link MetaPathRecommender} whose paths lead from each interaction type to each.
 */
public final class WalkKernelProvider implements RecommenderProvider {
    static final String NAME = "walk-kernel";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "What people who did the same also did: fast, accurate where there are interactions, blind to attributes.";
    }

    @Override
    public List<Parameter> parameters() {
        return MetaPathParameters.KERNEL_PARAMETERS;
    }

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        return Estimate.NOTHING;
    }

    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        return MetaPathRecommenders.of(
                data.graph(), NAME, WalkKernelProvider::paths, MetaPathParameters.ofKernel(settings));
    }

    /** From each interaction type to each, named like {@code VIEWED-BOUGHT}. */
    static List<MetaPath> paths(GraphSchema schema) {
        List<RelationshipType> interactions = schema.relationshipTypes(RelationshipRole.INTERACTION);
        List<MetaPath> paths = new ArrayList<>();
        for (RelationshipType there : interactions) {
            for (RelationshipType back : interactions) {
                List<Step> steps = List.of(new Step(there, Direction.IN), new Step(back, Direction.OUT));
                paths.add(new MetaPath(there.name() + "-" + back.name(), steps));
            }
        }
        return paths;
    }
}
