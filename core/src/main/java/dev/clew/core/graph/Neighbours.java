package dev.clew.core.graph;

import org.jspecify.annotations.Nullable;

/**
 * A cursor over one node's row: a flyweight over the graph's arrays, so that walking allocates nothing. Not for sharing between
 * threads; rows are sorted by neighbour, then relationship id.
 */
public final class Neighbours {
    private final Rows rows;
    private EdgeArrays edges;
    private int from;
    private int to;
    private double weightSum;

    Neighbours(Rows rows) {
        this.rows = rows;
        this.edges = EdgeArrays.EMPTY;
    }

    /** Moves to a node's row and returns this. A node without neighbours has an empty row. */
    public Neighbours at(int node) {
        rows.moveTo(node, this);
        return this;
    }

    void set(EdgeArrays edges, int from, int to, double weightSum) {
        this.edges = edges;
        this.from = from;
        this.to = to;
        this.weightSum = weightSum;
    }

    /** Neighbours in the row; a pair connected twice counts twice. */
    public int size() {
        return to - from;
    }

    /** The sum of the row's weights: its weighted degree. */
    public double weightSum() {
        return weightSum;
    }

    public int node(int i) {
        return edges.nodes[from + i];
    }

    public float weight(int i) {
        float @Nullable [] weights = edges.weights;
        return weights == null ? 1f : weights[edges.detail(from + i)];
    }

    /** When it happened, in milliseconds since 1970 to the second, or 0 if that is not known. */
    public long timeMillis(int i) {
        int @Nullable [] times = edges.times;
        return times == null ? 0 : Integer.toUnsignedLong(times[edges.detail(from + i)]) * 1000;
    }

    public long relationshipId(int i) {
        return edges.relationshipIds[edges.detail(from + i)];
    }

    /** The first position whose neighbour is at least {@code node}; {@link #size()} if there is none. Cost: O(log size). */
    public int lowerBound(int node) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges.nodes[middle] < node) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - from;
    }
}
