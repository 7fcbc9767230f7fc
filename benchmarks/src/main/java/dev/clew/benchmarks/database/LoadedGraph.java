package dev.clew.benchmarks.database;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.LoadDisplay;
import dev.clew.cli.process.CommandFailedException;
import dev.clew.ingest.load.LoadOptions;
import dev.clew.ingest.load.Loader;
import dev.clew.ingest.source.GraphSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.driver.Record;

/** The data in the measured database, and what Clew knows of it. */
public final class LoadedGraph {

    private static final String DECLARE = CypherFile.read(LoadedGraph.class, "declare");
    private static final String STATUS = CypherFile.read(LoadedGraph.class, "status");
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final MeasuredDatabase database;

    private LoadedGraph(MeasuredDatabase database) {
        this.database = database;
    }

    /** Loads the training part without declaring it, unless an earlier run on the same store did. */
    public static LoadedGraph load(GraphSource source, MeasuredDatabase database, Console console) {
        LoadOptions options = LoadOptions.DEFAULT.withDeclare(false).withSkipCompleted(true);
        try (var display = new LoadDisplay(console)) {
            new Loader(database.driver(), options, display).load(source);
        }
        return new LoadedGraph(database);
    }

    /** What is in the database already. */
    public static LoadedGraph in(MeasuredDatabase database) {
        return new LoadedGraph(database);
    }

    /** Declares the graph unless that was done before, and waits until its snapshot is there. */
    public void declare(Map<String, Object> declaration) {
        if (status().isEmpty()) {
            database.rows(DECLARE, Map.of("declaration", declaration));
        }
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!isReady(end)) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean isReady(long end) {
        Record status = status().get(0);
        String state = status.get("state").asString();
        if ("failed".equals(state) || System.nanoTime() > end) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED,
                    "The snapshot is not ready but %s: %s"
                            .formatted(state, status.get("message").asString("")));
        }
        return "ready".equals(state);
    }

    private List<Record> status() {
        return database.rows(STATUS, Map.of());
    }
}
