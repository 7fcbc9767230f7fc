package dev.clew.gnn.store;

import dev.clew.gnn.store.ModelStore.State;
import java.time.Instant;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A model version as the graph has it.
 *
 * @param bytes of all chunks together, 0 until they are all there
 * @param isLive whether requests are answered by it
 */
public record StoredModel(
        long version,
        String recommender,
        State state,
        Instant createdAt,
        int dimension,
        int items,
        long bytes,
        ModelFacts facts,
        boolean isLive) {

    static StoredModel of(Record row) {
        Value node = row.get("model");
        return new StoredModel(
                node.get("version").asLong(),
                node.get("recommender").asString(),
                State.of(node.get("state").asString()),
                node.get("createdAt").asZonedDateTime().toInstant(),
                node.get("dimension").asInt(),
                node.get("items").asInt(),
                node.get("bytes").asLong(0),
                new ModelFacts(
                        node.get("graph").asString(),
                        node.get("settings").asString(),
                        node.get("seed").asLong(),
                        node.get("dataFingerprint").asString(),
                        node.get("metrics").asString()),
                row.get("isLive").asBoolean());
    }
}
