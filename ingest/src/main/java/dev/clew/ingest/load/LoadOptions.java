package dev.clew.ingest.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to load.
 *
 * @param graph the name under which the loaded graph is declared
 * @param declare whether to call {@code clew.graph.declare} at the end; needs the plugin in the database
 * @param batchSize rows a transaction, in [1, 1000000]
 * @param writers sessions that write at the same time, in [1, 16]
 * @param maxRejects how many bad rows are set aside before the load gives up, at least 0
 * @param rejectFile where bad rows are written with line number and reason; null: they are only counted
 * @param skipCompleted whether data whose load was completed before is left alone; otherwise it is merged again, which repairs what was
 *     deleted since
 */
public record LoadOptions(
        String graph,
        boolean declare,
        int batchSize,
        int writers,
        long maxRejects,
        @Nullable Path rejectFile,
        boolean skipCompleted) {

    /** Declares {@code default}, writes 10,000 rows a transaction in two sessions, and gives up after 1,000 bad rows. */
    public static final LoadOptions DEFAULT = new LoadOptions("default", true, 10_000, 2, 1_000, null, false);

    public LoadOptions {
        require("batchSize", batchSize, 1, 1_000_000);
        require("writers", writers, 1, 16);
        require("maxRejects", maxRejects, 0, Long.MAX_VALUE);
    }

    private static void require(String name, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " (" + value + ") must be in [" + low + ", " + high + "].");
        }
    }

    public LoadOptions withGraph(String name) {
        return new LoadOptions(name, declare, batchSize, writers, maxRejects, rejectFile, skipCompleted);
    }

    public LoadOptions withDeclare(boolean wanted) {
        return new LoadOptions(graph, wanted, batchSize, writers, maxRejects, rejectFile, skipCompleted);
    }

    public LoadOptions withBatchSize(int rows) {
        return new LoadOptions(graph, declare, rows, writers, maxRejects, rejectFile, skipCompleted);
    }

    public LoadOptions withWriters(int sessions) {
        return new LoadOptions(graph, declare, batchSize, sessions, maxRejects, rejectFile, skipCompleted);
    }

    public LoadOptions withMaxRejects(long rows) {
        return new LoadOptions(graph, declare, batchSize, writers, rows, rejectFile, skipCompleted);
    }

    public LoadOptions withRejectFile(Path file) {
        return new LoadOptions(graph, declare, batchSize, writers, maxRejects, file, skipCompleted);
    }

    public LoadOptions withSkipCompleted(boolean skip) {
        return new LoadOptions(graph, declare, batchSize, writers, maxRejects, rejectFile, skip);
    }
}
