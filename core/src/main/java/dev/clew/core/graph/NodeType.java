package dev.clew.core.graph;

/**
 * Nodes of one label in one role.
 *
 * @param index position in {@link GraphSchema#nodeTypes()}, at most 126
 * @param label as in the store
 */
public record NodeType(int index, NodeRole role, String label, KeyType keyType) {}
