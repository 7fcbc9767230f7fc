package dev.clew.core.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What {@link NodeScores} held at one moment, none of it below 0, in single precision, compact and for adding up quickly. Immutable.
 *
 * <p>Blocks of 64 nodes, as the sums themselves have them, serve for finding a node. Adding goes through all nodes in one loop: one for each block
 * would take longer to begin and end than to add.
 */
public final class FrozenScores {
    private static final int BLOCK = NodeScores.BLOCK;
    /** Of so many nodes {@link #nodes} tells which one it is. */
    private static final int SPAN = 1 << Character.SIZE;

    /** Those with a sum, ascending. */
    private final int[] blocks;
    /** Where each block's nodes begin, and the end of the last one's. */
    private final int[] starts;
    /** The lowest bits of the numbers of nodes with a sum, ascending. */
    private final char[] nodes;
    /** Their sums, as the bits of floats. */
    private final int[] sums;

    FrozenScores(NodeScores scores, IntStream inUse) {
        blocks = inUse.filter(block -> scores.count(block) > 0).sorted().toArray();
        starts = new int[blocks.length + 1];
        for (int i = 0; i < blocks.length; i++) {
            starts[i + 1] = starts[i] + scores.count(blocks[i]);
        }
        nodes = new char[starts[blocks.length]];
        sums = new int[nodes.length];
        for (int i = 0; i < blocks.length; i++) {
            copy(scores, BLOCK * blocks[i], starts[i]);
        }
    }

    private void copy(NodeScores scores, int first, int to) {
        int at = to;
        for (int node = first; node < first + BLOCK; node++) {
            double sum = scores.get(node);
            if (sum < 0) {
                throw new IllegalArgumentException("The sum of node " + node + " (" + sum + ") must not be below 0.");
            }
            if (sum != 0) {
                nodes[at] = (char) node;
                sums[at++] = Float.floatToRawIntBits((float) sum);
            }
        }
    }

    /** The node's sum; 0 if it had none. Cost: O(log of the blocks that are missing between the first and the last). */
    public float get(int node) {
        int i = find(node / BLOCK);
        int at = i < 0 ? -1 : Arrays.binarySearch(nodes, starts[i], starts[i + 1], (char) node);
        return at < 0 ? 0 : Float.intBitsToFloat(sums[at]);
    }

    /** Where a block is, or something below 0. Were none missing, it would be as far from the first as its number is. */
    private int find(int block) {
        if (blocks.length == 0 || block < blocks[0] || block > blocks[blocks.length - 1]) {
            return -1;
        }
        int highest = block - blocks[0];
        int missing = blocks[blocks.length - 1] - blocks[0] + 1 - blocks.length;
        int from = Math.max(0, highest - missing);
        return Arrays.binarySearch(blocks, from, Math.min(highest + 1, blocks.length), block);
    }

    /** Adds a multiple of each sum to that of the same node. Cost: O(nodes with a sum). */
    public void addTo(NodeScores scores, double multiple) {
        scores.use(blocks);
        int next = 0;
        for (int i = 0; i < blocks.length; i = next) {
            int span = BLOCK * blocks[i] / SPAN;
            next = firstBeyond(span, i);
            scores.addAll(SPAN * span, nodes, sums, starts[i], starts[next], multiple);
        }
    }

    /** Where the first block from there on is that lies beyond a span. */
    private int firstBeyond(int span, int from) {
        int found = Arrays.binarySearch(blocks, from, blocks.length, (span + 1) * (SPAN / BLOCK));
        return found < 0 ? -found - 1 : found;
    }

    /** At most so many nodes have a sum. */
    public long reach() {
        return (long) BLOCK * blocks.length;
    }

    /** At most so many of these are not among the others' sums. Cost: O(blocks). */
    public long reachBeyond(NodeScores others) {
        long count = 0;
        for (int block : blocks) {
            count += others.isInUse(block) ? 0 : BLOCK;
        }
        return count;
    }

    public long memoryBytes() {
        return Integer.BYTES * (long) (blocks.length + starts.length)
                + (Integer.BYTES + Character.BYTES) * (long) sums.length;
    }
}
