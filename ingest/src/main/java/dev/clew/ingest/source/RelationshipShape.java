package dev.clew.ingest.source;

import java.util.List;

/**
 * What the relationships of a section look like.
 *
 * @param properties names of the values of a row, in their order
 * @param identity those of the properties that tell relationships between the same two nodes apart; empty where there is at most one
 * @param distinct the source's promise that no two rows are the same relationship; lets a fresh load create without looking
 */
public record RelationshipShape(
        String type, NodeKey from, NodeKey to, List<String> properties, List<String> identity, boolean distinct) {
    public RelationshipShape {
        Identifiers.require("type", type);
        properties = List.copyOf(properties);
        identity = List.copyOf(identity);
        properties.forEach(property -> Identifiers.require("property", property));
        if (!properties.containsAll(identity)) {
            throw new IllegalArgumentException(
                    "identity (" + identity + ") must be among the properties " + properties + ".");
        }
    }

    /** At most one relationship between two nodes, and the source never repeats one. */
    public static RelationshipShape distinct(NodeKey from, String type, NodeKey to, String... properties) {
        return new RelationshipShape(type, from, to, List.of(properties), List.of(), true);
    }

    /** At most one relationship between two nodes; of repeated rows the last one counts. */
    public static RelationshipShape repeatable(NodeKey from, String type, NodeKey to, String... properties) {
        return new RelationshipShape(type, from, to, List.of(properties), List.of(), false);
    }
}
