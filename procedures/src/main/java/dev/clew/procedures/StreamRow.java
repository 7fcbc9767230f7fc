package dev.clew.procedures;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node or relationship of a declared graph.
 *
 * @param role 'user', 'item' or 'attribute' for a node; 'interaction', 'attribute_of' or 'link' for a relationship
 * @param type a node's label, a relationship's type
 * @param kind what an attribute is to its item, for example 'director'; null for nodes
 * @param source key of the node, or of the node the relationship runs from in the graph's own direction
 * @param sourceLabel label of that node
 * @param target key of the node the relationship runs to; null for a node
 * @param targetLabel label of that node; null for a node
 * @param weight above 0 liked, below 0 rejected, 0 only seen; null for a node
 * @param time milliseconds since 1970; null for a node and where it is not known
 */
public record StreamRow(
        String role,
        String type,
        @Nullable String kind,
        Object source,
        String sourceLabel,
        @Nullable Object target,
        @Nullable String targetLabel,
        @Nullable Double weight,
        @Nullable Long time) {

    /**
     * All of one snapshot, without holding more than a row and a number for each node. Nodes come by type and store id, which stay as they are when the
     * snapshot numbers its items anew: whoever reads the same graph twice gets the same sums, to the last bit.
     */
    static Stream<StreamRow> all(GraphSnapshot graph) {
        int[] nodes = graph.schema().nodeTypes().stream()
                .flatMapToInt(type -> byStoreId(graph, type))
                .toArray();
        Stream<StreamRow> relationships = graph.schema().relationshipTypes().stream()
                .flatMap(type -> Stream.concat(
                        rows(graph, nodes, type, graph.neighbours(type, Direction.OUT)),
                        rows(graph, nodes, type, graph.marks(type))));
        return Stream.concat(Arrays.stream(nodes).mapToObj(node -> ofNode(graph, node)), relationships);
    }

    private static IntStream byStoreId(GraphSnapshot graph, NodeType type) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).index() == type.index())
                .mapToLong(graph::entityId)
                .sorted()
                .mapToInt(graph::findEntity);
    }

    private static StreamRow ofNode(GraphSnapshot graph, int node) {
        NodeType type = graph.nodeType(node);
        String role = type.role().name().toLowerCase(Locale.ROOT);
        return new StreamRow(role, type.label(), null, graph.key(node), type.label(), null, null, null, null);
    }

    private static Stream<StreamRow> rows(GraphSnapshot graph, int[] nodes, RelationshipType type, Neighbours row) {
        return Arrays.stream(nodes).boxed().flatMap(node -> {
            row.at(node);
            return IntStream.range(0, row.size())
                    .filter(i -> graph.contains(row.node(i)))
                    .mapToObj(i -> of(graph, type, node, row, i));
        });
    }

    private static StreamRow of(GraphSnapshot graph, RelationshipType type, int node, Neighbours row, int i) {
        long time = row.timeMillis(i);
        return new StreamRow(
                role(type.role()),
                type.name(),
                type.kind(),
                graph.key(node),
                graph.nodeType(node).label(),
                graph.key(row.node(i)),
                graph.nodeType(row.node(i)).label(),
                (double) row.weight(i),
                time == 0 ? null : time);
    }

    private static String role(RelationshipRole role) {
        return role == RelationshipRole.ATTRIBUTE ? "attribute_of" : role.name().toLowerCase(Locale.ROOT);
    }
}
