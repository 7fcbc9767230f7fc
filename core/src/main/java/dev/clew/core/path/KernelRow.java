package dev.clew.core.path;

/**
 * Everything that walks of two steps from one item lead to: for each node, ascending, the sum over the walks of the products of their factors, but
 * for those of the item and of the node itself. Belongs to one state of the graph and holds for the later ones that left its walks alone.
 */
final class KernelRow {
    final int item;
    private final int[] nodes;
    private final float[] sums;
    /** Relationships that were looked at for it. */
    final long work;

    private final boolean complete;

    /** The latest state it is known to hold for. */
    private volatile long holdsAt;

    private volatile long lastUsed;

    /** @param nodes ascending, given up by the caller like {@code sums} */
    KernelRow(int item, int[] nodes, float[] sums, long work, boolean complete, long version) {
        this.item = item;
        this.nodes = nodes;
        this.sums = sums;
        this.work = work;
        this.complete = complete;
        this.holdsAt = version;
    }

    /** Whether all walks from the item are in it. */
    boolean isComplete() {
        return complete;
    }

    int size() {
        return nodes.length;
    }

    int node(int i) {
        return nodes[i];
    }

    float sum(int i) {
        return sums[i];
    }

    long holdsAt() {
        return holdsAt;
    }

    void holdsAt(long version) {
        holdsAt = version;
    }

    long lastUsed() {
        return lastUsed;
    }

    void usedAt(long tick) {
        lastUsed = tick;
    }
}
