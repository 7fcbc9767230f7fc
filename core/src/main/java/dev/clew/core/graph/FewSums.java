package dev.clew.core.graph;

import java.util.Arrays;

/**
 * Sums of a few nodes in little memory: a hash table of places, with open addressing, over the nodes in the order in which they came. Not thread-safe.
 *
 * <p>Sums spread over an array as long as the graph cost a line of memory each, and a graph's worth of lines does not stay in the cache of a processor that
 * answers several callers.
 */
final class FewSums {
    /** Beyond this many an array for all nodes is no worse. */
    static final int MOST = 4096;

    private static final int NONE = -1;

    private int[] nodes = new int[64];
    private double[] sums = new double[64];
    private int count;
    /** Where each node lies, plus 1; 0 where no node is. Twice as many as nodes fit, a power of two. */
    private int[] places = new int[128];

    /** Adds to the node's sum; false, and nothing added, if there are as many nodes as there may be. */
    boolean add(int node, double value) {
        int at = find(node);
        if (at != NONE) {
            sums[at] += value;
            return true;
        }
        if (count == MOST) {
            return false;
        }
        if (count == nodes.length) {
            grow();
        }
        nodes[count] = node;
        sums[count++] = value;
        place(count);
        return true;
    }

    private void grow() {
        nodes = Arrays.copyOf(nodes, 2 * count);
        sums = Arrays.copyOf(sums, 2 * count);
        places = new int[4 * count];
        for (int placed = 1; placed <= count; placed++) {
            place(placed);
        }
    }

    private void place(int placed) {
        int slot = slot(nodes[placed - 1]);
        while (places[slot] != 0) {
            slot = (slot + 1) & (places.length - 1);
        }
        places[slot] = placed;
    }

    /** Fibonacci hashing: neighbouring numbers come to lie far apart. */
    private int slot(int node) {
        return (node * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
    }

    private int find(int node) {
        int slot = slot(node);
        while (places[slot] != 0) {
            if (nodes[places[slot] - 1] == node) {
                return places[slot] - 1;
            }
            slot = (slot + 1) & (places.length - 1);
        }
        return NONE;
    }

    boolean has(int node) {
        return find(node) != NONE;
    }

    /** The node's sum; 0 if it has none. */
    double get(int node) {
        int at = find(node);
        return at == NONE ? 0 : sums[at];
    }

    /** Sets the sum of a node, if it has one. */
    void set(int node, double sum) {
        int at = find(node);
        if (at != NONE) {
            sums[at] = sum;
        }
    }

    int count() {
        return count;
    }

    /** The i-th node, in the order in which they came. */
    int node(int i) {
        return nodes[i];
    }

    double sum(int i) {
        return sums[i];
    }

    void multiply(int i, double factor) {
        sums[i] *= factor;
    }

    void clear() {
        Arrays.fill(places, 0);
        count = 0;
    }
}
