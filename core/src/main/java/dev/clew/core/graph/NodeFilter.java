package dev.clew.core.graph;

/**
 * Tells quickly of most nodes that they are not in a set: one bit for all nodes with the same lowest {@value #BITS} bits, so that it fits into the
 * processor's nearest cache, and nodes numbered one after the other have each their own. Not thread-safe.
 */
public final class NodeFilter {
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;

    private final long[] words = new long[1 << (BITS - 6)];

    public void add(int node) {
        words[(node & MASK) >> 6] |= 1L << node;
    }

    /** False only if the node was not added. */
    boolean mayHave(int node) {
        return ((words[(node & MASK) >> 6] >>> node) & 1) != 0;
    }
}
