package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.database.CypherFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a peer needs before it can answer.
 *
 * @param title as reports write it
 * @param stored whether it is in the store, so that a later run on the same store finds it
 * @param statements run one after the other
 */
record Preparation(String title, boolean stored, List<String> statements) {

    static final Preparation DEGREES = of("stored degrees", true, "prepare-degrees");
    static final Preparation PROJECTION = of("GDS projection", false, "prepare-projection");
    static final Preparation VECTORS = of("FastRP vectors", true, "prepare-vectors");
    static final Preparation VECTOR_INDEX = of("vector index", true, "prepare-vector-index", "prepare-await-indexes");
    static final Preparation KNN = of(
            "kNN lists",
            true,
            "prepare-clear-knn",
            "prepare-drop-items",
            "prepare-knn-projection",
            "prepare-knn",
            "prepare-drop-items");
    static final Preparation SIMILARITY = of(
            "node similarity lists",
            true,
            "prepare-clear-similarity",
            "prepare-drop-items",
            "prepare-similarity-projection",
            "prepare-similarity",
            "prepare-drop-items");

    Preparation {
        statements = List.copyOf(statements);
    }

    private static Preparation of(String title, boolean stored, String... files) {
        return new Preparation(
                title,
                stored,
                Stream.of(files)
                        .map(file -> CypherFile.read(Preparation.class, file))
                        .toList());
    }
}
