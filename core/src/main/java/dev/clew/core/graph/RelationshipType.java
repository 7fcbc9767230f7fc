package dev.clew.core.graph;

import org.jspecify.annotations.Nullable;

/**
 * Relationships of one declared entry. Two entries may share a store type (a type used between different labels).
 *
 * @param index position in {@link GraphSchema#relationshipTypes()}
 * @param name the store's relationship type
 * @param kind what it says of an item, for example {@code director}; equals the name in lower case where nothing was declared
 * @param from what the relationships start at, seen as {@link Direction#OUT}, or null for nodes of any role
 * @param to what they end at, or null for nodes of any role
 */
public record RelationshipType(
        int index,
        RelationshipRole role,
        String name,
        String kind,
        @Nullable NodeRole from,
        @Nullable NodeRole to) {

    /** Between users and items, or items and attributes, as its role has it; a link between nodes of any roles. */
    public RelationshipType(int index, RelationshipRole role, String name, String kind) {
        this(
                index,
                role,
                name,
                kind,
                switch (role) {
                    case INTERACTION -> NodeRole.USER;
                    case ATTRIBUTE -> NodeRole.ITEM;
                    case LINK -> null;
                },
                switch (role) {
                    case INTERACTION -> NodeRole.ITEM;
                    case ATTRIBUTE -> NodeRole.ATTRIBUTE;
                    case LINK -> null;
                });
    }

    /** Whether nodes of a role can be where such relationships start, seen in a direction. */
    public boolean mayLeave(NodeRole node, Direction direction) {
        NodeRole start = direction == Direction.OUT ? from : to;
        return start == null || start == node;
    }

    /** Whether such relationships, seen in a direction, can lead to nodes of a role. */
    public boolean mayReach(NodeRole node, Direction direction) {
        return mayLeave(node, direction.reverse());
    }
}
