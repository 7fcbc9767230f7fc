package dev.clew.ingest.source;

import java.util.List;

/**
 * What the nodes of a section look like.
 *
 * @param key label and identifying property; gets a uniqueness constraint
 * @param properties names of the further values of a row, in their order
 * @param indexed those of the properties that people search by; each gets an index
 */
public record NodeShape(NodeKey key, List<String> properties, List<String> indexed) {
    public NodeShape {
        properties = List.copyOf(properties);
        indexed = List.copyOf(indexed);
        properties.forEach(property -> Identifiers.require("property", property));
        if (!properties.containsAll(indexed)) {
            throw new IllegalArgumentException(
                    "indexed (" + indexed + ") must be among the properties " + properties + ".");
        }
    }

    public static NodeShape of(String label, String key, String... properties) {
        return new NodeShape(new NodeKey(label, key), List.of(properties), List.of());
    }

    /** The same shape with an index on a property. */
    public NodeShape indexing(String property) {
        return new NodeShape(key, properties, List.of(property));
    }

    public String label() {
        return key.label();
    }
}
