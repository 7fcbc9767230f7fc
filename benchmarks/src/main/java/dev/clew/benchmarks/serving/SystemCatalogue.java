package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.database.CypherFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The systems that can be measured, in the order of measuring. */
final class SystemCatalogue {

    /** The damping factor and the concurrency that did best for Graph Data Science on two cores. */
    private static final Map<String, Object> PAGERANK = Map.of("damping", 0.5, "concurrency", 1);

    /** Exponent of RP3beta in the middle of its published range. */
    private static final Map<String, Object> NORMALISED = Map.of("beta", 0.5);

    /** Enough for the lists of all but the busiest users to stay full once their own items are left out. */
    private static final Map<String, Object> NEAREST = Map.of("candidates", 100);

    private final List<ServedSystem> systems;

    private SystemCatalogue(List<ServedSystem> systems) {
        this.systems = systems;
    }

    /** All systems of a database with these recommenders installed. */
    static SystemCatalogue with(List<String> recommenders) {
        var systems = new ArrayList<ServedSystem>();
        systems.add(trivial());
        systems.add(ServedSystem.of("clew", Map.of()));
        systems.add(ServedSystem.of("clew-explain-short", Map.of()));
        recommenders.forEach(recommender -> systems.add(clew(recommender)));
        systems.addAll(peers());
        return new SystemCatalogue(systems);
    }

    private static ServedSystem trivial() {
        return new ServedSystem(
                "trivial", CypherFile.read(SystemCatalogue.class, "trivial"), Map.of(), List.of(), false);
    }

    private static ServedSystem clew(String recommender) {
        String statement = CypherFile.read(SystemCatalogue.class, "clew-recommender");
        return new ServedSystem("clew-" + recommender, statement, Map.of("recommender", recommender), List.of(), true);
    }

    private static List<ServedSystem> peers() {
        return List.of(
                ServedSystem.of("cypher-naive", Map.of()),
                ServedSystem.of("cypher-tuned", Map.of()),
                ServedSystem.of("cypher-tuned-normalised", NORMALISED, Preparation.DEGREES),
                ServedSystem.of("gds-pagerank", PAGERANK, Preparation.PROJECTION),
                ServedSystem.of(
                        "gds-fastrp-index",
                        NEAREST,
                        Preparation.PROJECTION,
                        Preparation.VECTORS,
                        Preparation.VECTOR_INDEX),
                ServedSystem.of("gds-knn", Map.of(), Preparation.PROJECTION, Preparation.VECTORS, Preparation.KNN),
                ServedSystem.of("gds-node-similarity", Map.of(), Preparation.SIMILARITY));
    }

    /**
     * The systems with these names, in the catalogue's order; all of them for an empty set.
     *
     * @throws IllegalArgumentException naming those that are unknown
     */
    List<ServedSystem> select(Set<String> names) {
        var unknown = new LinkedHashSet<>(names);
        systems.forEach(system -> unknown.remove(system.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("--systems (%s) must be all, or some of: %s."
                    .formatted(String.join(",", unknown), String.join(", ", names())));
        }
        return systems.stream()
                .filter(system -> names.isEmpty() || names.contains(system.name()))
                .toList();
    }

    private List<String> names() {
        return systems.stream().map(ServedSystem::name).toList();
    }
}
