package dev.clew.core.path;

import dev.clew.core.graph.FrozenScores;

/**
 * Everything that walks of two steps from one item lead to: for each node the sum over the walks of the products of their factors, but
 * for those of the item and of the node itself. Belongs to one state of the graph and holds for the later ones that left its walks alone.
 */
final class KernelRow {
    final int item;
    final FrozenScores sums;
    /** Relationships that were looked at for it. */
    final long work;

    private final boolean complete;

    /** The latest state it is known to hold for. */
    private volatile long holdsAt;

    private volatile long checkedAtMillis;
    private volatile long lastUsed;

    KernelRow(int item, FrozenScores sums, long work, boolean complete, long version) {
        this.item = item;
        this.sums = sums;
        this.work = work;
        this.complete = complete;
        holdsAt(version);
    }

    /** Whether all walks from the item are in it. */
    boolean isComplete() {
        return complete;
    }

    long holdsAt() {
        return holdsAt;
    }

    void holdsAt(long version) {
        holdsAt = version;
        checkedAtMillis = System.currentTimeMillis();
    }

    /** When it was last found to hold. */
    long checkedAtMillis() {
        return checkedAtMillis;
    }

    long lastUsed() {
        return lastUsed;
    }

    void usedAt(long tick) {
        lastUsed = tick;
    }
}
