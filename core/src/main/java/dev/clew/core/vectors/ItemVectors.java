package dev.clew.core.vectors;

import dev.clew.core.graph.RecommendationGraph;
import java.util.Arrays;

/**
 * Two vectors for each item that a model knows: one for when the user acted on it, one for when it is a candidate. Together they factor an
 * item-item kernel, {@code K(h, t) = history(h) . candidate(t)}. Immutable.
 */
public final class ItemVectors {
    static final int UNKNOWN = -1;

    private final int[] nodes;
    private final int[] rowOfNode;
    private final Factor history;
    private final Factor candidate;

    /**
     * @param nodes the item's node number for each row of the factors, each once, or {@link RecommendationGraph#NO_NODE} for a row to be left
     *     out; copied
     * @param history the side of items acted on
     * @param candidate the side of items scored
     * @throws IllegalArgumentException if the sides differ in shape or a node stands twice
     */
    public ItemVectors(int[] nodes, Factor history, Factor candidate) {
        if (history.rows() != nodes.length
                || candidate.rows() != nodes.length
                || history.dimension() != candidate.dimension()) {
            throw new IllegalArgumentException("The history side (" + shape(history) + ") and the candidate side ("
                    + shape(candidate) + ") must both have " + nodes.length + " rows and one dimension.");
        }
        this.nodes = nodes.clone();
        this.history = history;
        this.candidate = candidate;
        this.rowOfNode = inverse(nodes);
    }

    private static String shape(Factor factor) {
        return factor.rows() + " x " + factor.dimension();
    }

    private static int[] inverse(int[] nodes) {
        int[] rows = new int[Arrays.stream(nodes).max().orElse(-1) + 1];
        Arrays.fill(rows, UNKNOWN);
        for (int row = 0; row < nodes.length; row++) {
            if (nodes[row] == RecommendationGraph.NO_NODE) {
                continue;
            }
            if (rows[nodes[row]] != UNKNOWN) {
                throw new IllegalArgumentException("Item node " + nodes[row] + " must not have two vectors.");
            }
            rows[nodes[row]] = row;
        }
        return rows;
    }

    public int size() {
        return nodes.length;
    }

    public int dimension() {
        return history.dimension();
    }

    /** The node whose vectors are in the row, or {@link RecommendationGraph#NO_NODE}. */
    public int node(int row) {
        return nodes[row];
    }

    /** The node of each row; a copy. */
    public int[] nodes() {
        return nodes.clone();
    }

    /** The row with the node's vectors, or -1 if the model does not know the item. */
    public int row(int node) {
        return node >= 0 && node < rowOfNode.length ? rowOfNode[node] : UNKNOWN;
    }

    public Factor history() {
        return history;
    }

    public Factor candidate() {
        return candidate;
    }

    /** What an action of weight 1 on one item adds to the score of another. */
    double kernel(int historyRow, int candidateRow) {
        double[] vector = new double[dimension()];
        history.addTo(vector, historyRow, history.scale(historyRow));
        return candidate.scale(candidateRow) * candidate.dot(candidateRow, vector);
    }

    /** The product of a vector from attributes and a candidate's. */
    double product(InferredItem acted, int candidateRow) {
        double[] vector = new double[dimension()];
        acted.addTo(vector, 1);
        return candidate.scale(candidateRow) * candidate.dot(candidateRow, vector);
    }

    /** Bytes held, an array shared by both sides counted twice. */
    public long memoryBytes() {
        return history.memoryBytes()
                + candidate.memoryBytes()
                + Integer.BYTES * (long) (nodes.length + rowOfNode.length);
    }
}
