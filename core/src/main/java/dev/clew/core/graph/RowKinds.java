package dev.clew.core.graph;

/**
 * For each node which rows it had when the rows were built: a bit for each {@link Step#number}. Of graphs with dozens of types most nodes have rows of a few; with up to
 * {@value #FEW} types nothing is kept, and every node may have every row. Immutable.
 *
 * <p>Cost: O(nodes * types), once.
 */
final class RowKinds {
    private static final int FEW = 8;

    private final int nodeCount;
    private final int words;
    private final long[] bits;

    RowKinds(Rows[] out, Rows[] in, int nodeCount) {
        this.words = out.length <= FEW ? 0 : (2 * out.length + Long.SIZE - 1) / Long.SIZE;
        this.nodeCount = nodeCount;
        this.bits = new long[Math.multiplyExact(nodeCount, words)];
        for (int type = 0; type < out.length && words > 0; type++) {
            add(out[type], 2 * type);
            add(in[type], 2 * type + 1);
        }
    }

    private void add(Rows rows, int kind) {
        rows.forEachNode(node -> bits[node * words + kind / Long.SIZE] |= 1L << kind);
    }

    /** 64 of a node's bits; 0 for a node that was not there yet. */
    long word(int node, int word) {
        if (words == 0) {
            return -1;
        }
        return node < nodeCount ? bits[node * words + word] : 0;
    }

    long memoryBytes() {
        return 8L * bits.length;
    }
}
