package dev.clew.core.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One node's neighbours as commits leave them: blocks of at most {@value #BLOCK} edges, sorted as {@link Neighbours} promises. A row starts as
 * slices of the arrays it was built in, and a change copies the block it falls into and the list of blocks. So a change costs the same
 * few microseconds for a node with a million neighbours as for one with a thousand. Immutable.
 */
final class Row {
    private static final int BLOCK = 512;
    /** A row with its two arrays and its place in a trie. */
    private static final int BYTES = 120;
    /** A block with what holds it together, besides its edges. */
    private static final int BLOCK_BYTES = 64;
    /** Neighbour, weight, time and id at their widest. */
    private static final int OWN_EDGE_BYTES = 20;

    static final Row EMPTY = new Row(new Block[0]);

    private final Block[] blocks;
    /** Where each block starts in the row, and after the last one the row's size. */
    private final int[] starts;

    private final double weightSum;
    private final float maxWeight;
    private final long ownBytes;

    /** Edges [from, to) of some arrays, which are the block's own or those that the graph was built with. */
    private record Block(EdgeArrays edges, int from, int to, double weightSum, float maxWeight, boolean own) {
        static Block of(EdgeArrays edges, int from, int to, boolean own) {
            double sum = 0;
            float largest = 0;
            for (int position = from; position < to; position++) {
                sum += edges.weight(position);
                largest = Math.max(largest, edges.weight(position));
            }
            return new Block(edges, from, to, sum, largest, own);
        }

        int size() {
            return to - from;
        }
    }

    private Row(Block[] blocks) {
        this.blocks = blocks;
        this.starts = new int[blocks.length + 1];
        double sum = 0;
        float largest = 0;
        long bytes = BYTES;
        for (int b = 0; b < blocks.length; b++) {
            starts[b + 1] = starts[b] + blocks[b].size();
            sum += blocks[b].weightSum();
            largest = Math.max(largest, blocks[b].maxWeight());
            bytes += BLOCK_BYTES + (blocks[b].own() ? (long) OWN_EDGE_BYTES * blocks[b].size() : 0);
        }
        this.weightSum = sum;
        this.maxWeight = largest;
        this.ownBytes = bytes;
    }

    /** The edges [from, to) as a row; nothing is copied. */
    static Row of(EdgeArrays edges, int from, int to) {
        return new Row(cut(edges, from, to, false));
    }

    private static Block[] cut(EdgeArrays edges, int from, int to, boolean own) {
        Block[] blocks = new Block[(to - from + BLOCK - 1) / BLOCK];
        for (int b = 0; b < blocks.length; b++) {
            int start = from + b * BLOCK;
            blocks[b] = Block.of(edges, start, Math.min(to, start + BLOCK), own);
        }
        return blocks;
    }

    int size() {
        return starts[blocks.length];
    }

    /** About how many bytes it takes beside the arrays that the graph was built with. */
    long ownBytes() {
        return ownBytes;
    }

    double weightSum() {
        return weightSum;
    }

    void moveTo(Neighbours cursor) {
        cursor.set(this, size(), weightSum, maxWeight);
    }

    /** Gives the cursor the block that holds the row's edge i. */
    void seek(int i, Neighbours cursor) {
        int b = blockOf(i);
        cursor.setBlock(blocks[b].edges(), blocks[b].from(), starts[b], starts[b + 1]);
    }

    private int blockOf(int i) {
        int found = Arrays.binarySearch(starts, 0, blocks.length, i);
        return found >= 0 ? found : -found - 2;
    }

    /** This row and one more edge. */
    Row plus(int node, float weight, int timeSeconds, long relationshipId) {
        Neighbours all = cursor();
        int at = all.lowerBound(node);
        while (at < size() && all.node(at) == node && all.relationshipId(at) < relationshipId) {
            at++;
        }
        int b = blocks.length == 0 ? 0 : blockOf(Math.min(at, size() - 1));
        int start = starts[b];
        int end = blocks.length == 0 ? 0 : starts[b + 1];
        Fields fields = new Fields(end - start + 1);
        fields.copy(all, start, at, 0);
        fields.set(at - start, node, weight, timeSeconds, relationshipId);
        fields.copy(all, at, end, at - start + 1);
        return withBlock(b, fields.toArrays());
    }

    /** The position of a relationship to that neighbour, or -1. Cost: O(log size + parallel relationships). */
    int find(int node, long relationshipId) {
        Neighbours all = cursor();
        for (int i = all.lowerBound(node); i < size() && all.node(i) == node; i++) {
            if (all.relationshipId(i) == relationshipId) {
                return i;
            }
        }
        return -1;
    }

    /** The position of a relationship, whatever its neighbour, or -1. Cost: O(size). */
    int find(long relationshipId) {
        Neighbours all = cursor();
        return IntStream.range(0, size())
                .filter(i -> all.relationshipId(i) == relationshipId)
                .findFirst()
                .orElse(-1);
    }

    /** This row without the edge at a position that {@link #find} gave. */
    Row without(int position) {
        int b = blockOf(position);
        Neighbours all = cursor();
        Fields fields = new Fields(blocks[b].size() - 1);
        fields.copy(all, starts[b], position, 0);
        fields.copy(all, position + 1, starts[b + 1], position - starts[b]);
        return withBlock(b, fields.toArrays());
    }

    private Neighbours cursor() {
        Neighbours cursor = new Neighbours(Rows.EMPTY);
        moveTo(cursor);
        return cursor;
    }

    /** This row with block b replaced by these edges: by none if there are none, by two if they are too many for one. */
    private Row withBlock(int b, EdgeArrays edges) {
        int size = edges.nodes.length;
        Block[] parts = size <= BLOCK ? cut(edges, 0, size, true) : halves(edges, size);
        int after = Math.min(b + 1, blocks.length);
        Block[] replaced = new Block[b + parts.length + blocks.length - after];
        System.arraycopy(blocks, 0, replaced, 0, b);
        System.arraycopy(parts, 0, replaced, b, parts.length);
        System.arraycopy(blocks, after, replaced, b + parts.length, blocks.length - after);
        return new Row(replaced);
    }

    /** Halves, not a full block and a rest: there is room in both for what comes next. */
    private static Block[] halves(EdgeArrays edges, int size) {
        return new Block[] {Block.of(edges, 0, size / 2, true), Block.of(edges, size / 2, size, true)};
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

        /** Copies the row's edges [from, to) to the position {@code at} and on. */
        void copy(Neighbours row, int from, int to, int at) {
            for (int i = from; i < to; i++) {
                int seconds = EdgeArrays.toSeconds(row.timeMillis(i));
                set(at + i - from, row.node(i), row.weight(i), seconds, row.relationshipId(i));
            }
        }

        void set(int at, int node, float weight, int time, long relationshipId) {
            nodes[at] = node;
            weights[at] = weight;
            times[at] = time;
            relationshipIds[at] = relationshipId;
        }

        EdgeArrays toArrays() {
            return new EdgeArrays(nodes, weights, times, relationshipIds);
        }
    }
}
