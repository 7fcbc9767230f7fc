package dev.clew.core.vectors;

import java.util.Arrays;

/**
 * The largest entries of an item-item kernel: for each item acted on, some candidates and what an action of weight 1 adds to their scores.
 * Immutable.
 */
public final class ItemRows {
    private static final int UNKNOWN = -1;

    private final int[] rowOfNode;
    private final int[] starts;
    private final int[] candidates;
    private final float[] values;

    /**
     * @param nodes the node number of the item that each row is of, each once; copied
     * @param starts where each row starts, and after the last one the number of entries; kept, not copied: not to be changed any more
     * @param candidates node numbers, ascending in each row; kept likewise
     * @param values one for each candidate; kept likewise
     * @throws IllegalArgumentException if the arrays do not fit each other
     */
    public ItemRows(int[] nodes, int[] starts, int[] candidates, float[] values) {
        if (starts.length != nodes.length + 1
                || starts[nodes.length] != candidates.length
                || candidates.length != values.length) {
            throw new IllegalArgumentException("Rows of " + nodes.length + " items need " + (nodes.length + 1)
                    + " starts, not " + starts.length + ", and as many candidates (" + candidates.length
                    + ") as values (" + values.length + ").");
        }
        this.starts = starts;
        this.candidates = candidates;
        this.values = values;
        this.rowOfNode = new int[Arrays.stream(nodes).max().orElse(-1) + 1];
        Arrays.fill(rowOfNode, UNKNOWN);
        for (int row = 0; row < nodes.length; row++) {
            rowOfNode[nodes[row]] = row;
        }
    }

    /** Whether the item has a row. */
    public boolean knows(int node) {
        return row(node) != UNKNOWN;
    }

    private int row(int node) {
        return node >= 0 && node < rowOfNode.length ? rowOfNode[node] : UNKNOWN;
    }

    /** Where the node's entries start; for a node without a row, {@link #end} is the same. */
    int start(int node) {
        return knows(node) ? starts[row(node)] : 0;
    }

    int end(int node) {
        return knows(node) ? starts[row(node) + 1] : 0;
    }

    int candidate(int entry) {
        return candidates[entry];
    }

    float value(int entry) {
        return values[entry];
    }

    /** What an action of weight 1 on one item adds to the score of another: 0 if it is not among the largest. */
    public double kernel(int actedItem, int candidate) {
        int found = Arrays.binarySearch(candidates, start(actedItem), end(actedItem), candidate);
        return found < 0 ? 0 : values[found];
    }

    public long memoryBytes() {
        return Integer.BYTES * ((long) rowOfNode.length + starts.length + candidates.length)
                + Float.BYTES * (long) values.length;
    }
}
