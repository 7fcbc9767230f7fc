package dev.clew.gnn.interactions;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Some nodes of a graph, numbered from 0 in the order of their node numbers: the columns of a matrix. */
public final class Catalogue {
    /** Stands for a node that is not among them. */
    public static final int UNKNOWN = -1;

    private final int[] nodes;
    private final int[] columnOf;

    private Catalogue(int[] nodes, int nodeCount) {
        this.nodes = nodes;
        this.columnOf = new int[nodeCount];
        Arrays.fill(columnOf, UNKNOWN);
        for (int column = 0; column < nodes.length; column++) {
            columnOf[nodes[column]] = column;
        }
    }

    /** All nodes that are there and have this role. */
    public static Catalogue of(RecommendationGraph graph, NodeRole role) {
        int[] nodes = IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).role() == role)
                .toArray();
        return new Catalogue(nodes, graph.nodeCount());
    }

    public int size() {
        return nodes.length;
    }

    public int node(int column) {
        return nodes[column];
    }

    /** The node's column, or {@link #UNKNOWN}. */
    public int column(int node) {
        return columnOf[node];
    }

    /** The node numbers by column; a copy. */
    public int[] nodes() {
        return nodes.clone();
    }
}
