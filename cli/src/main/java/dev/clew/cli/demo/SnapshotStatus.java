package dev.clew.cli.demo;

import java.util.Locale;
import org.neo4j.driver.Record;

/** The in-memory graph as {@code clew.graph.list} describes it. */
record SnapshotStatus(
        String state, long users, long items, long interactions, long bytes, long buildMillis, String message) {

    static SnapshotStatus of(Record row) {
        return new SnapshotStatus(
                row.get("state").asString(),
                row.get("users").asLong(0),
                row.get("items").asLong(0),
                row.get("interactions").asLong(0),
                row.get("bytes").asLong(0),
                row.get("buildMillis").asLong(0),
                row.get("message").asString(""));
    }

    boolean isReady() {
        return "ready".equals(state);
    }

    boolean isFailed() {
        return "failed".equals(state);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d users, %,d items, %,d positive interactions; built in %.2f s, %,d bytes",
                users,
                items,
                interactions,
                buildMillis / 1e3,
                bytes);
    }
}
