package dev.clew.core.path;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RecommendationGraph;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The recommenders made for a graph and the states that commits make of it. One depends on nothing but the schema and its parameters, and where a
 * schema has a hundred paths, weighing and naming them all for every answer would take longer than many an answer. Thread-safe.
 */
final class MetaPathRecommenders {
    /** Callers may ask for any parameters; few do. */
    private static final int REMEMBERED = 64;

    private final Map<Key, MetaPathRecommender> made = new ConcurrentHashMap<>();

    private record Key(String name, MetaPathParameters parameters) {}

    /**
     * The recommender of that name and these parameters.
     *
     * @param paths what it walks in a schema
     */
    static MetaPathRecommender of(
            RecommendationGraph graph,
            String name,
            Function<GraphSchema, List<MetaPath>> paths,
            MetaPathParameters parameters) {
        Map<Key, MetaPathRecommender> made = graph.derived(MetaPathRecommenders.class, MetaPathRecommenders::new).made;
        if (made.size() >= REMEMBERED) {
            made.clear();
        }
        return made.computeIfAbsent(
                new Key(name, parameters),
                key -> new MetaPathRecommender(name, paths.apply(graph.schema()), parameters));
    }
}
