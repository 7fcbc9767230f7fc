package dev.clew.core.vectors;

import java.util.Arrays;
import java.util.BitSet;

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

    /** Whether the item has a row that says anything. */
    public boolean knows(int node) {
        return start(node) < end(node);
    }

    /** The items it speaks of, ascending: those that have a row and those that stand in one. */
    public int[] nodes() {
        BitSet nodes = new BitSet();
        Arrays.stream(candidates).forEach(nodes::set);
        for (int node = 0; node < rowOfNode.length; node++) {
            if (rowOfNode[node] != UNKNOWN) {
                nodes.set(node);
            }
        }
        return nodes.stream().toArray();
    }

    /** How many candidates stand in all rows together. */
    public int entries() {
        return candidates.length;
    }

    private int row(int node) {
        return node >= 0 && node < rowOfNode.length ? rowOfNode[node] : UNKNOWN;
    }

    /** Where the node's entries start; for a node without a row, {@link #end} is the same. */
    public int start(int node) {
        return row(node) == UNKNOWN ? 0 : starts[row(node)];
    }

    public int end(int node) {
        return row(node) == UNKNOWN ? 0 : starts[row(node) + 1];
    }

    /** The node number of an entry's candidate. */
    public int candidate(int entry) {
        return candidates[entry];
    }

    /** What an action of weight 1 on the row's item adds to the candidate's score. */
    public float value(int entry) {
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
