package dev.clew.core.graph;

import org.jspecify.annotations.Nullable;

/**
 * Parallel arrays of edges. Where {@code pointers} is set, weights, times and ids are those of another {@code EdgeArrays} and position i's are
 * at {@code pointers[i]}: the incoming rows share the details of the outgoing ones. The arrays belong to the graph and are never written
 * after construction.
 */
final class EdgeArrays {
    static final EdgeArrays EMPTY = new EdgeArrays(new int[0], null, null, null, new long[0]);

    final int[] nodes;
    final int @Nullable [] pointers;
    /** Null when every weight is 1. */
    final float @Nullable [] weights;
    /** Unsigned seconds since 1970, 0 for unknown; null when every time is unknown. */
    final int @Nullable [] times;

    final long[] relationshipIds;

    EdgeArrays(
            int[] nodes,
            int @Nullable [] pointers,
            float @Nullable [] weights,
            int @Nullable [] times,
            long[] relationshipIds) {
        this.nodes = nodes;
        this.pointers = pointers;
        this.weights = weights;
        this.times = times;
        this.relationshipIds = relationshipIds;
    }

    int detail(int position) {
        return pointers == null ? position : pointers[position];
    }

    /** The same edges seen from their other ends. */
    EdgeArrays reversed(int[] nodes, int[] pointers) {
        return new EdgeArrays(nodes, pointers, weights, times, relationshipIds);
    }

    /** Bytes of the arrays that are its own. */
    long memoryBytes() {
        long own = 4L * nodes.length;
        if (pointers != null) {
            return own + 4L * pointers.length;
        }
        return own
                + 8L * relationshipIds.length
                + (weights == null ? 0 : 4L * weights.length)
                + (times == null ? 0 : 4L * times.length);
    }

    static int toSeconds(long timeMillis) {
        long seconds = Math.floorDiv(timeMillis, 1000L);
        return seconds <= 0 ? 0 : (int) Math.min(seconds, 0xFFFF_FFFFL);
    }
}
