package dev.clew.procedures.live;

import dev.clew.core.declaration.AttributeDeclaration;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.event.LabelEntry;
import org.neo4j.graphdb.event.PropertyEntry;
import org.neo4j.graphdb.event.TransactionData;

/**
 * Reads off a transaction about to commit what it changes in one declared graph, as plain values: the transaction is closed by the time
 * the changes are applied.
 */
final class CommitReader {
    private final EntityReader reader;
    private final Set<String> relationshipNames = new HashSet<>();
    private final Set<String> labels = new HashSet<>();
    private final Set<String> nodeProperties = new HashSet<>();

    CommitReader(EntityReader reader) {
        this.reader = reader;
        reader.schema().relationshipTypes().forEach(type -> relationshipNames.add(type.name()));
        reader.schema().nodeTypes().forEach(type -> labels.add(type.label()));
        var declaration = reader.declaration();
        nodeProperties.add(declaration.user().key());
        nodeProperties.add(declaration.item().key());
        declaration.attributes().stream().map(AttributeDeclaration::key).forEach(nodeProperties::add);
        if (declaration.item().availableFrom() != null) {
            nodeProperties.add(declaration.item().availableFrom());
        }
        if (declaration.item().expiresAt() != null) {
            nodeProperties.add(declaration.item().expiresAt());
        }
    }

    /** The changes, removals first. Cost: proportional to the transaction, and to the degree of nodes whose label or key changed. */
    List<GraphChange> read(TransactionData data) {
        return new Reading(data).changes();
    }

    private final class Reading {
        private final TransactionData data;
        private final List<GraphChange> changes = new ArrayList<>();
        private final Map<Long, Relationship> written = new LinkedHashMap<>();
        private final Set<Long> created = new HashSet<>();

        Reading(TransactionData data) {
            this.data = data;
        }

        List<GraphChange> changes() {
            data.deletedRelationships().forEach(this::deleted);
            data.deletedNodes().forEach(node -> changes.add(new GraphChange.NodeRemoved(StoreIds.id(node))));
            data.createdNodes().forEach(node -> created.add(StoreIds.id(node)));
            relabelled().values().forEach(this::refresh);
            data.createdRelationships().forEach(this::write);
            data.assignedRelationshipProperties().forEach(entry -> write(entry.entity()));
            data.removedRelationshipProperties().forEach(entry -> write(entry.entity()));
            written.values().forEach(this::put);
            return changes;
        }

        private void deleted(Relationship relationship) {
            String name = relationship.getType().name();
            long start = StoreIds.startId(relationship);
            long end = StoreIds.endId(relationship);
            long id = StoreIds.id(relationship);
            for (RelationshipType type : reader.schema().relationshipTypes()) {
                if (type.name().equals(name)) {
                    boolean reversed = reader.isReversed(type);
                    changes.add(new GraphChange.RelationshipRemoved(
                            type.index(), id, reversed ? end : start, reversed ? start : end));
                }
            }
        }

        /** Nodes still there whose label, key or dates changed, created ones among them. */
        private Map<Long, Node> relabelled() {
            Map<Long, Node> nodes = new LinkedHashMap<>();
            for (LabelEntry entry : data.assignedLabels()) {
                keep(nodes, entry.node(), labels.contains(entry.label().name()));
            }
            for (LabelEntry entry : data.removedLabels()) {
                keep(nodes, entry.node(), labels.contains(entry.label().name()));
            }
            for (PropertyEntry<Node> entry : data.assignedNodeProperties()) {
                boolean changed = !Objects.deepEquals(entry.previouslyCommittedValue(), entry.value());
                keep(nodes, entry.entity(), changed && nodeProperties.contains(entry.key()));
            }
            for (PropertyEntry<Node> entry : data.removedNodeProperties()) {
                keep(nodes, entry.entity(), nodeProperties.contains(entry.key()));
            }
            return nodes;
        }

        private void keep(Map<Long, Node> nodes, Node node, boolean relevant) {
            if (relevant && !data.isDeleted(node)) {
                nodes.put(StoreIds.id(node), node);
            }
        }

        private void refresh(Node stored) {
            GraphNode node = reader.node(stored);
            long id = StoreIds.id(stored);
            if (node == null) {
                changes.add(new GraphChange.NodeRemoved(id));
                return;
            }
            changes.add(new GraphChange.NodePut(node));
            if (!created.contains(id)) {
                try (var relationships = stored.getRelationships()) {
                    relationships.forEach(this::write);
                }
            }
        }

        private void write(Relationship relationship) {
            if (relationshipNames.contains(relationship.getType().name()) && !data.isDeleted(relationship)) {
                written.put(StoreIds.id(relationship), relationship);
            }
        }

        private void put(Relationship stored) {
            GraphNode start = reader.node(stored.getStartNode());
            GraphNode end = reader.node(stored.getEndNode());
            if (start == null || end == null) {
                return;
            }
            RelationshipType type = reader.type(stored.getType().name(), start.typeIndex(), end.typeIndex());
            if (type != null) {
                boolean reversed = reader.isReversed(type);
                changes.add(new GraphChange.RelationshipPut(
                        type.index(),
                        StoreIds.id(stored),
                        reversed ? end : start,
                        reversed ? start : end,
                        reader.weight(type, stored),
                        reader.timeMillis(type, stored)));
            }
        }
    }
}
