package dev.clew.procedures.live;

import dev.clew.core.graph.GraphSnapshot;

/**
 * When what commits have changed is put back into arrays.
 *
 * @param share of the snapshot's bytes that may be changed ones, in (0, 1]
 * @param leastBytes changed ones that are always let be, at least 0: making arrays of a few thousand relationships at every commit is no use
 */
record CompactionRule(double share, long leastBytes) {
    /** A fifth of all is a quarter of what was built: the snapshot never takes much more than it would built anew. */
    static final CompactionRule DEFAULT = new CompactionRule(0.2, 1 << 20);

    CompactionRule {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be in (0, 1].");
        }
        if (leastBytes < 0) {
            throw new IllegalArgumentException("leastBytes (" + leastBytes + ") must be at least 0.");
        }
    }

    boolean isDue(GraphSnapshot snapshot) {
        long changed = snapshot.changedBytes();
        return changed > leastBytes && changed > share * snapshot.memoryBytes();
    }
}
