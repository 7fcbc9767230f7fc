package dev.clew.core.path;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeSet;
import dev.clew.core.graph.RecommendationGraph;

/** The nodes of one row at a time as a set: several items of an answer are mostly told the same start. Not thread-safe. */
final class MarkedRow {
    private final NodeSet nodes;
    private final int except;
    private int marked = RecommendationGraph.NO_NODE;

    /**
     * With no row.
     *
     * @param nodeCount one more than the largest node number
     * @param except a node that is in no set, or {@link RecommendationGraph#NO_NODE}
     */
    MarkedRow(int nodeCount, int except) {
        this.nodes = new NodeSet(nodeCount);
        this.except = except;
    }

    /**
     * The nodes of a row.
     *
     * @param row moved to the node's
     */
    NodeSet of(int node, Neighbours row) {
        if (marked != node && marked != RecommendationGraph.NO_NODE) {
            row.at(marked).removeFrom(nodes);
        }
        row.at(node);
        if (marked != node) {
            row.addTo(nodes);
            marked = node;
            if (except != RecommendationGraph.NO_NODE) {
                nodes.remove(except);
            }
        }
        return nodes;
    }
}
