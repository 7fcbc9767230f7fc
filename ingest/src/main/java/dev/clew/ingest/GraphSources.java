package dev.clew.ingest;

import dev.clew.ingest.mapping.MappedSource;
import dev.clew.ingest.movielens.MovieLensSource;
import dev.clew.ingest.sample.SampleSource;
import dev.clew.ingest.source.GraphSource;
import dev.clew.ingest.triples.TriplesSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens sources by name, or by the files that lie in a folder. */
public final class GraphSources {
    private GraphSources() {}

    /** The sample that is shipped: real films, simulated users. */
    public static GraphSource sample() {
        return SampleSource.open();
    }

    /**
     * MovieLens data in a folder, in either layout.
     *
     * @throws IllegalArgumentException if a file or column is missing
     */
    public static GraphSource movielens(Path directory) throws IOException {
        return MovieLensSource.open(directory);
    }

    /**
     * Interaction lists with a knowledge graph in a folder.
     *
     * @throws IllegalArgumentException if there is no train file
     */
    public static GraphSource triples(Path directory) throws IOException {
        return TriplesSource.open(directory);
    }

    /**
     * CSV files by a YAML mapping file; see {@link MappedSource}.
     *
     * @throws IllegalArgumentException if the mapping is wrong, with line and column of each problem
     */
    public static GraphSource csv(Path mapping) throws IOException {
        return MappedSource.csv(mapping);
    }

    /**
     * JSON Lines files by a YAML mapping file; see {@link MappedSource}.
     *
     * @throws IllegalArgumentException if the mapping is wrong, with line and column of each problem
     */
    public static GraphSource jsonl(Path mapping) throws IOException {
        return MappedSource.jsonl(mapping);
    }

    /**
     * The source that reads a folder, told by file names: {@code ratings.csv} or {@code u.data} is MovieLens, {@code train.txt} or
     * {@code train_1.txt} is triples; each may have {@code .gz} added.
     *
     * @throws IllegalArgumentException if it is not a folder, or holds none of these
     */
    public static GraphSource detect(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + " must be a folder.");
        }
        if (MovieLensSource.isIn(directory)) {
            return movielens(directory);
        }
        if (TriplesSource.isIn(directory)) {
            return triples(directory);
        }
        throw new IllegalArgumentException(directory + " must hold ratings.csv or u.data (MovieLens), or train.txt or"
                + " train_1.txt (triples), maybe with .gz. Other files are read with a mapping: csv or jsonl.");
    }
}
