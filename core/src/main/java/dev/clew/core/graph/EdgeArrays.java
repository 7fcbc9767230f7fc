package dev.clew.core.graph;

import org.jspecify.annotations.Nullable;

/**
 * Parallel arrays of edges. Where {@code pointers} is set, weights, times and ids are those of another {@code EdgeArrays} and position i's are
 * at {@code pointers[i]}: the incoming rows share the details of the outgoing ones. The arrays belong to the graph and are never written
 * once it is built.
 */
final class EdgeArrays {
    static final EdgeArrays EMPTY = new EdgeArrays(new int[0], null, null, new long[0]);

    final int[] nodes;
    final int @Nullable [] pointers;
    /** Null when every weight is 1. */
    final @Nullable Weights weights;
    /** Unsigned seconds since 1970, 0 for unknown; null when every time is unknown. */
    final int @Nullable [] times;

    final RelationshipIds relationshipIds;

    EdgeArrays(
            int[] nodes,
            int @Nullable [] pointers,
            @Nullable Weights weights,
            int @Nullable [] times,
            RelationshipIds relationshipIds) {
        this.nodes = nodes;
        this.pointers = pointers;
        this.weights = weights;
        this.times = times;
        this.relationshipIds = relationshipIds;
    }

    /** Arrays as they are, in their widest form: for rows that commits have changed. */
    EdgeArrays(int[] nodes, float @Nullable [] weights, int @Nullable [] times, long[] relationshipIds) {
        this(nodes, null, weights == null ? null : Weights.of(weights), times, RelationshipIds.of(relationshipIds));
    }

    /** Writes an edge while the graph is being built; see {@link EdgeForm} for what fits. Threads may write different positions. */
    void set(int at, int node, float weight, int timeSeconds, long relationshipId) {
        nodes[at] = node;
        if (weights != null) {
            weights.set(at, weight);
        }
        if (times != null) {
            times[at] = timeSeconds;
        }
        relationshipIds.set(at, relationshipId);
    }

    /** The same arrays when all edges are there. */
    EdgeArrays written() {
        return new EdgeArrays(nodes, pointers, weights == null ? null : weights.written(), times, relationshipIds);
    }

    int size() {
        return nodes.length;
    }

    int detail(int position) {
        return pointers == null ? position : pointers[position];
    }

    float weight(int position) {
        return weights == null ? 1f : weights.get(detail(position));
    }

    int timeSeconds(int position) {
        return times == null ? 0 : times[detail(position)];
    }

    long relationshipId(int position) {
        return relationshipIds.get(detail(position));
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
                + relationshipIds.memoryBytes()
                + (weights == null ? 0 : weights.memoryBytes())
                + (times == null ? 0 : 4L * times.length);
    }

    static int toSeconds(long timeMillis) {
        long seconds = Math.floorDiv(timeMillis, 1000L);
        return seconds <= 0 ? 0 : (int) Math.min(seconds, 0xFFFF_FFFFL);
    }
}
