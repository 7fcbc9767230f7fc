package dev.clew.cli.data;

import dev.clew.cli.database.DatabaseOptions;
import dev.clew.ingest.GraphSources;
import dev.clew.ingest.declared.DeclaredGraphSource;
import dev.clew.ingest.source.GraphSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that reads a graph from files or from a running database. */
public final class SourceOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with the data, its layout told by file names; with --format csv or jsonl the mapping"
                    + " file (default: the sample that Clew brings along).")
    private @Nullable Path data;

    @Option(
            names = "--graph",
            paramLabel = "NAME",
            description = "In place of --data: a graph declared in a running database, read through clew.graph.stream.")
    private @Nullable String graph;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "movielens, triples, csv or jsonl, where the file names do not tell.")
    private @Nullable String format;

    /** The data's name in results: that of its folder or graph. */
    public String dataset() {
        if (graph != null) {
            return graph;
        }
        Path last = data == null ? null : data.toAbsolutePath().normalize().getFileName();
        return last == null ? "sample" : last.toString();
    }

    /** The folder or mapping file, if one was given. */
    public @Nullable Path data() {
        return data;
    }

    /** The graph's name, if it is read from a database. */
    public Optional<String> graph() {
        return Optional.ofNullable(graph);
    }

    /** A driver for the database that holds the graph; the caller closes it. */
    public Driver connect() {
        return database.connect();
    }

    /** Opens the data; of a database all of it is read. */
    public GraphSource open() throws IOException {
        if (graph != null && data != null) {
            throw new IllegalArgumentException(
                    "--graph (" + graph + ") and --data (" + data + ") must not both be given.");
        }
        if (graph != null) {
            return declared(graph);
        }
        if (data == null) {
            return GraphSources.sample();
        }
        if (format == null) {
            return GraphSources.detect(data);
        }
        return switch (format) {
            case "movielens" -> GraphSources.movielens(data);
            case "triples" -> GraphSources.triples(data);
            case "csv" -> GraphSources.csv(data);
            case "jsonl" -> GraphSources.jsonl(data);
            default ->
                throw new IllegalArgumentException(
                        "--format (" + format + ") must be one of movielens, triples, csv, jsonl.");
        };
    }

    private GraphSource declared(String name) {
        try (Driver driver = database.connect()) {
            return DeclaredGraphSource.read(driver, name);
        }
    }
}
