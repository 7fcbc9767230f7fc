package dev.clew.procedures.live;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.declaration.InteractionDeclaration;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/** Reads stored nodes and relationships as a declaration means them. */
public final class EntityReader {
    private final Declaration declaration;
    private final GraphSchema schema;
    private final List<Label> labels;

    EntityReader(Declaration declaration) {
        this.declaration = declaration;
        this.schema = declaration.schema();
        this.labels = schema.nodeTypes().stream()
                .map(type -> Label.label(type.label()))
                .collect(Collectors.toUnmodifiableList());
    }

    Declaration declaration() {
        return declaration;
    }

    GraphSchema schema() {
        return schema;
    }

    /** The node as part of the recommendation graph; null if it has no declared label or no usable key. */
    @Nullable
    GraphNode node(Node node) {
        for (NodeType type : schema.nodeTypes()) {
            if (node.hasLabel(labels.get(type.index()))) {
                return node(node, type);
            }
        }
        return null;
    }

    /** The node of a label it is known to have; null if it has no usable key. */
    @Nullable
    GraphNode node(Node node, NodeType type) {
        Object key = key(type, node.getProperty(declaration.keyProperty(type), null));
        if (key == null) {
            return null;
        }
        if (type.role() != NodeRole.ITEM) {
            return new GraphNode(type.index(), key, StoreIds.id(node));
        }
        long from = StoredMoment.millis(property(node, declaration.item().availableFrom()))
                .orElse(Long.MIN_VALUE);
        long until = StoredMoment.millis(property(node, declaration.item().expiresAt()))
                .orElse(Long.MAX_VALUE);
        return new GraphNode(type.index(), key, StoreIds.id(node), from, until);
    }

    private static @Nullable Object key(NodeType type, @Nullable Object stored) {
        if (stored == null) {
            return null;
        }
        try {
            return type.keyType().coerce(stored);
        } catch (IllegalArgumentException otherType) {
            return null;
        }
    }

    /** The first declared type that fits the relationship's name and ends; null if none does. */
    @Nullable
    RelationshipType type(String name, int startType, int endType) {
        for (RelationshipType type : schema.relationshipTypes()) {
            if (type.name().equals(name) && fits(type, startType, endType)) {
                return type;
            }
        }
        return null;
    }

    /** Whether relationships of the type may run between nodes of these types, as stored. */
    private boolean fits(RelationshipType type, int startType, int endType) {
        NodeType start = schema.nodeTypes().get(startType);
        NodeType end = schema.nodeTypes().get(endType);
        return switch (type.role()) {
            case INTERACTION -> start.role() == NodeRole.USER && end.role() == NodeRole.ITEM;
            case ATTRIBUTE -> {
                boolean outgoing = declaration.attribute(type).outgoing();
                NodeType item = outgoing ? start : end;
                NodeType attribute = outgoing ? end : start;
                yield item.role() == NodeRole.ITEM
                        && attribute.label().equals(declaration.attribute(type).label());
            }
            case LINK ->
                start.role() == declaration.link(type).from()
                        && end.role() == declaration.link(type).to();
        };
    }

    /** Whether the graph's relationship runs against the stored one. */
    boolean isReversed(RelationshipType type) {
        return type.role() == RelationshipRole.ATTRIBUTE
                && !declaration.attribute(type).outgoing();
    }

    /** How much the interaction says, as declared; 1 for what is no interaction. */
    public float weight(RelationshipType type, Relationship relationship) {
        if (type.role() != RelationshipRole.INTERACTION) {
            return 1;
        }
        InteractionDeclaration interaction = declaration.interaction(type);
        return interaction.strength(
                property(relationship, interaction.weight()) instanceof Number number ? number : null);
    }

    /** When the interaction happened; 0 if that is not known. */
    public long timeMillis(RelationshipType type, Relationship relationship) {
        if (type.role() != RelationshipRole.INTERACTION) {
            return 0;
        }
        return StoredMoment.millis(
                        property(relationship, declaration.interaction(type).time()))
                .orElse(0);
    }

    private static @Nullable Object property(Entity entity, @Nullable String name) {
        return name == null ? null : entity.getProperty(name, null);
    }
}
