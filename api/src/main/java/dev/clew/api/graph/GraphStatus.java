package dev.clew.api.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * How far a graph's snapshot is.
 *
 * @param state as {@code clew.graph.list} yields it; only a {@code ready} graph can be asked
 * @param message what to know about the state; null if nothing
 */
record GraphStatus(String name, String state, @Nullable String message) {
    static GraphStatus of(Record row) {
        return new GraphStatus(
                row.get("name").asString(),
                row.get("state").asString(),
                row.get("message").asString(null));
    }

    boolean isReady() {
        return state.equals("ready");
    }

    Map<String, Object> details() {
        return message == null || message.isBlank()
                ? Map.of("state", state)
                : Map.of("state", state, "message", message);
    }
}
