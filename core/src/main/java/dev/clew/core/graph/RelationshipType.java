package dev.clew.core.graph;

/**
 * Relationships of one declared entry. Two entries may share a store type (a type used between different labels).
 *
 * @param index position in {@link GraphSchema#relationshipTypes()}
 * @param name the store's relationship type
 * @param kind what it says of an item, for example {@code director}; equals the name in lower case where nothing was declared
 */
public record RelationshipType(int index, RelationshipRole role, String name, String kind) {}
