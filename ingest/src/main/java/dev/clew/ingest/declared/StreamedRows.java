package dev.clew.ingest.declared;

import dev.clew.ingest.source.NodeKey;
import dev.clew.ingest.source.NodeRow;
import dev.clew.ingest.source.Origin;
import dev.clew.ingest.source.RelationshipRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The rows of {@code clew.graph.stream}, sorted by what they are. */
final class StreamedRows {
    private static final Origin ORIGIN = new Origin("clew.graph.stream", 0);
    private static final String KEY = "key";

    private final Map<NodeKind, List<NodeRow>> nodes = new LinkedHashMap<>();
    private final Map<RelationshipKind, List<RelationshipRow>> relationships = new LinkedHashMap<>();

    record NodeKind(String role, String label) {
        NodeKey key() {
            return new NodeKey(label, KEY);
        }
    }

    /** @param kind what an attribute is to its item */
    record RelationshipKind(String role, String type, String kind, String from, String to) {}

    void add(Record row) {
        if (row.get("target").isNull()) {
            var kind = new NodeKind(row.get("role").asString(), row.get("type").asString());
            nodes.computeIfAbsent(kind, any -> new ArrayList<>())
                    .add(new NodeRow(ORIGIN, row.get("source").asObject(), List.of()));
        } else {
            var kind = new RelationshipKind(
                    row.get("role").asString(),
                    row.get("type").asString(),
                    row.get("kind").asString(""),
                    row.get("sourceLabel").asString(),
                    row.get("targetLabel").asString());
            relationships.computeIfAbsent(kind, any -> new ArrayList<>()).add(relationship(row));
        }
    }

    private static RelationshipRow relationship(Record row) {
        Value weight = row.get("weight");
        Value time = row.get("time");
        return new RelationshipRow(
                ORIGIN,
                row.get("source").asObject(),
                row.get("target").asObject(),
                Arrays.asList(weight.isNull() ? null : weight.asDouble(), time.isNull() ? null : time.asLong()));
    }

    /** The same for the same rows in another order: the sum of what each is scattered to. */
    long checksum() {
        long sum = 0;
        for (Map.Entry<NodeKind, List<NodeRow>> of : nodes.entrySet()) {
            for (NodeRow row : of.getValue()) {
                sum += scattered(Objects.hash(of.getKey(), row.key()));
            }
        }
        for (Map.Entry<RelationshipKind, List<RelationshipRow>> of : relationships.entrySet()) {
            for (RelationshipRow row : of.getValue()) {
                sum += scattered(Objects.hash(of.getKey(), row.from(), row.to(), row.properties()));
            }
        }
        return sum;
    }

    /** The finalizer of SplitMix64: near hashes come to lie far from each other. */
    private static long scattered(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    Map<NodeKind, List<NodeRow>> nodes() {
        return nodes;
    }

    Map<RelationshipKind, List<RelationshipRow>> relationships() {
        return relationships;
    }
}
