package dev.clew.core.graph;

/**
 * A node as the store has it.
 *
 * @param typeIndex its {@link NodeType}
 * @param key a {@code Long} or {@code String}, as the type's {@link KeyType} says
 * @param entityId its id in the store, at least 0
 * @param availableFromMillis first moment it may be recommended, {@link Long#MIN_VALUE} for always
 * @param expiresAtMillis first moment it may not be recommended any more, {@link Long#MAX_VALUE} for never
 */
public record GraphNode(int typeIndex, Object key, long entityId, long availableFromMillis, long expiresAtMillis) {

    public GraphNode {
        if (!(key instanceof Long || key instanceof String)) {
            throw new IllegalArgumentException(
                    "key (" + key + ") must be a Long or a String. KeyType.coerce makes one of what a caller wrote.");
        }
    }

    /** A node without availability dates. */
    public GraphNode(int typeIndex, Object key, long entityId) {
        this(typeIndex, key, entityId, Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
