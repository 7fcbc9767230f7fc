package dev.clew.ingest.source;

/**
 * A label and the property that identifies its nodes; both checked as {@linkplain Identifiers identifiers}.
 */
public record NodeKey(String label, String key) {
    public NodeKey {
        Identifiers.require("label", label);
        Identifiers.require("key", key);
    }
}
