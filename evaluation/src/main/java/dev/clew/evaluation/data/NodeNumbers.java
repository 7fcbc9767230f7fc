package dev.clew.evaluation.data;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Node numbers by type and key, while a graph is being built. */
final class NodeNumbers {
    private final GraphSchema schema;
    private final GraphBuilder builder;
    private final List<Map<Object, Integer>> byType = new ArrayList<>();
    private int size;

    NodeNumbers(GraphSchema schema, GraphBuilder builder) {
        this.schema = schema;
        this.builder = builder;
        schema.nodeTypes().forEach(type -> byType.add(new HashMap<>()));
    }

    GraphSchema schema() {
        return schema;
    }

    GraphBuilder builder() {
        return builder;
    }

    int size() {
        return size;
    }

    void add(NodeType type, GraphNode node) {
        byType.get(type.index()).put(node.key(), builder.addNode(node));
        size++;
    }

    /** The node's number, or {@link RecommendationGraph#NO_NODE}. */
    int find(NodeType type, Object key) {
        return byType.get(type.index()).getOrDefault(type.keyType().coerce(key), RecommendationGraph.NO_NODE);
    }
}
