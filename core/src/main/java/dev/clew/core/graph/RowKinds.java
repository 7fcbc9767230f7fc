package dev.clew.core.graph;

import org.jspecify.annotations.Nullable;

/**
 * For each node which rows it has: a bit for each {@link Step#number}. Of graphs with dozens of types most nodes have rows of a few. Made when it is first
 * asked for, of rows in one piece; thread-safe.
 */
final class RowKinds {
    private final Rows[] out;
    private final Rows[] in;
    private final int nodeCount;
    private final int words;
    private volatile long @Nullable [] bits;

    RowKinds(Rows[] out, Rows[] in, int nodeCount) {
        this.out = out;
        this.in = in;
        this.nodeCount = nodeCount;
        this.words = (2 * out.length + Long.SIZE - 1) / Long.SIZE;
    }

    /** 64 of a node's bits; 0 for a node that was not there yet. */
    long word(int node, int word) {
        long[] known = bits;
        if (known == null) {
            known = scan();
            bits = known;
        }
        return node < nodeCount ? known[node * words + word] : 0;
    }

    /** Two threads may do it at the same time, and come to the same. */
    private long[] scan() {
        long[] scanned = new long[Math.multiplyExact(nodeCount, words)];
        for (int type = 0; type < out.length; type++) {
            scan(out[type], 2 * type, scanned);
            scan(in[type], 2 * type + 1, scanned);
        }
        return scanned;
    }

    private void scan(Rows rows, int kind, long[] scanned) {
        rows.forEachNode(node -> scanned[node * words + kind / Long.SIZE] |= 1L << kind);
    }

    long memoryBytes() {
        long[] known = bits;
        return known == null ? 0 : 8L * known.length;
    }
}
