package dev.clew.cli;

import dev.clew.cli.database.DatabaseOptions;
import dev.clew.ingest.load.LoadOptions;
import java.nio.file.Path;
import org.neo4j.driver.Driver;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that every format of {@code clew ingest} has. */
final class IngestOptions {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--graph",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Name under which the loaded graph is declared (default: ${DEFAULT-VALUE}).")
    private String graph = "";

    @Option(names = "--no-declare", description = "Only load; works without the plugin.")
    private boolean noDeclare;

    @Option(
            names = "--batch-size",
            paramLabel = "ROWS",
            defaultValue = "10000",
            description = "Rows a transaction (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(
            names = "--writers",
            paramLabel = "COUNT",
            defaultValue = "2",
            description = "Sessions that write at the same time (default: ${DEFAULT-VALUE}).")
    private int writers;

    @Option(
            names = "--max-rejects",
            paramLabel = "ROWS",
            defaultValue = "1000",
            description = "Bad rows to set aside before giving up (default: ${DEFAULT-VALUE}).")
    private long maxRejects;

    @Option(
            names = "--reject-file",
            paramLabel = "FILE",
            defaultValue = "rejected.csv",
            description = "Where bad rows are written with line number and reason (default: ${DEFAULT-VALUE}).")
    private Path rejectFile = Path.of("");

    LoadOptions toLoadOptions() {
        return LoadOptions.DEFAULT
                .withGraph(graph)
                .withDeclare(!noDeclare)
                .withBatchSize(batchSize)
                .withWriters(writers)
                .withMaxRejects(maxRejects)
                .withRejectFile(rejectFile);
    }

    Driver connect() {
        return database.connect();
    }
}
