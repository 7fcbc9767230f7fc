package dev.clew.core.graph;

/** One node's neighbours in arrays of their own, sorted as {@link Neighbours} promises. */
record Row(EdgeArrays edges, double weightSum) {

    static Row copyOf(Neighbours neighbours) {
        int size = neighbours.size();
        Fields fields = new Fields(size);
        for (int i = 0; i < size; i++) {
            fields.copy(neighbours, i, i);
        }
        return fields.toRow();
    }

    /** This row and one more edge. */
    Row plus(int node, float weight, int timeSeconds, long relationshipId) {
        Neighbours old = new Neighbours(Rows.EMPTY);
        old.set(edges, 0, edges.nodes.length, weightSum);
        int at = old.lowerBound(node);
        while (at < old.size() && old.node(at) == node && old.relationshipId(at) < relationshipId) {
            at++;
        }
        Fields fields = new Fields(old.size() + 1);
        for (int i = 0; i < old.size(); i++) {
            fields.copy(old, i, i < at ? i : i + 1);
        }
        fields.set(at, node, weight, timeSeconds, relationshipId);
        return fields.toRow();
    }

    boolean has(long relationshipId) {
        return indexOf(relationshipId) >= 0;
    }

    /** This row without the edge of a relationship that it {@link #has}. */
    Row minus(long relationshipId) {
        int at = indexOf(relationshipId);
        Neighbours old = new Neighbours(Rows.EMPTY);
        old.set(edges, 0, edges.nodes.length, weightSum);
        Fields fields = new Fields(old.size() - 1);
        for (int i = 0; i < old.size(); i++) {
            if (i != at) {
                fields.copy(old, i, i < at ? i : i - 1);
            }
        }
        return fields.toRow();
    }

    private int indexOf(long relationshipId) {
        for (int i = 0; i < edges.relationshipIds.length; i++) {
            if (edges.relationshipIds[i] == relationshipId) {
                return i;
            }
        }
        return -1;
    }

    /** Arrays being filled. */
    private static final class Fields {
        private final int[] nodes;
        private final float[] weights;
        private final int[] times;
        private final long[] relationshipIds;

        Fields(int size) {
            nodes = new int[size];
            weights = new float[size];
            times = new int[size];
            relationshipIds = new long[size];
        }

        void copy(Neighbours from, int i, int to) {
            set(to, from.node(i), from.weight(i), EdgeArrays.toSeconds(from.timeMillis(i)), from.relationshipId(i));
        }

        void set(int at, int node, float weight, int time, long relationshipId) {
            nodes[at] = node;
            weights[at] = weight;
            times[at] = time;
            relationshipIds[at] = relationshipId;
        }

        Row toRow() {
            double sum = 0;
            for (float weight : weights) {
                sum += weight;
            }
            return new Row(new EdgeArrays(nodes, null, weights, times, relationshipIds), sum);
        }
    }
}
