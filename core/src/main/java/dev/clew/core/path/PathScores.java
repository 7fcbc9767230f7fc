package dev.clew.core.path;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.WorkMeter;
import dev.clew.core.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each path alone says of the items: a {@link MetaPathRecommender}'s score is the sum of these, each times its path's weight. Paths of the same
 * name are one here, as they share a weight. Thread-safe.
 */
public final class PathScores {
    private final MetaPathParameters parameters;
    private final Map<String, List<WeightedPath>> pathsByName = new LinkedHashMap<>();
    private final double[] weights;

    /**
     * Over the paths of a schema.
     *
     * @param settings of the recommender {@code meta-path}; weights they do not give are those the schema declares
     */
    public PathScores(GraphSchema schema, Settings settings) {
        this.parameters = MetaPathParameters.of(settings).over(schema.pathWeights());
        List<MetaPath> paths = MetaPath.of(schema);
        parameters.checkNames(paths);
        Map<String, Double> weightsByName = new LinkedHashMap<>();
        for (MetaPath path : paths) {
            pathsByName.computeIfAbsent(path.name(), name -> new ArrayList<>()).add(new WeightedPath(path, 1));
            weightsByName.putIfAbsent(path.name(), parameters.weightOf(path));
        }
        this.weights =
                weightsByName.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The names of the paths, in their order. */
    public List<String> names() {
        return List.copyOf(pathsByName.keySet());
    }

    /** The weight each path has now, in the order of {@link #names}; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The items that each path leads to, those acted on left out, with their scores at weight 1; in the order of {@link #names}. Nothing more once the
     * meter's budget is used up.
     */
    public List<ScoredItems> of(RecommendationGraph graph, History history, WorkMeter meter) {
        return pathsByName.values().stream()
                .map(paths -> scored(graph, history, paths, meter))
                .toList();
    }

    private ScoredItems scored(RecommendationGraph graph, History history, List<WeightedPath> paths, WorkMeter meter) {
        try (WalkScores walks = new WalkScores(graph, history, parameters, meter)) {
            return ScoredItems.of(
                    walks.along(paths),
                    node -> graph.contains(node)
                            && graph.nodeType(node).role() == NodeRole.ITEM
                            && !history.includes(node));
        }
    }
}
