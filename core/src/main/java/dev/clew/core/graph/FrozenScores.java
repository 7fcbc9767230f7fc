package dev.clew.core.graph;

import java.util.Arrays;

/**
 * What {@link NodeScores} held at one moment, none of it below 0, in single precision, compact and for adding up quickly. Immutable.
 *
 * <p>Blocks of 64 nodes, as the sums themselves have them, serve for finding a node. They are added together where the sums added to lie in one piece: a loop
 * for each block would take longer to begin and end than to add.
 */
public final class FrozenScores {
    private static final int BLOCK = NodeScores.BLOCK;
    /** Within so many blocks the lowest bits tell one node from the other. */
    private static final int BLOCKS_IN_SPAN = (1 << Character.SIZE) / BLOCK;

    /** Those that were in use, ascending. */
    private final int[] blocks;
    /** Where each block's nodes begin, and the end of the last one's. */
    private final int[] starts;
    /** The lowest bits of the numbers of nodes with a sum, ascending. */
    private final char[] nodes;
    /** Their sums, as the bits of floats. */
    private final int[] sums;

    /** @param blocks numbers of the blocks in use, ascending, given up by the caller */
    FrozenScores(NodeScores scores, int[] blocks) {
        this.blocks = blocks;
        starts = new int[blocks.length + 1];
        for (int i = 0; i < blocks.length; i++) {
            starts[i + 1] = starts[i] + scores.count(blocks[i]);
        }
        nodes = new char[starts[blocks.length]];
        sums = new int[nodes.length];
        for (int i = 0; i < blocks.length; i++) {
            scores.copyTo(nodes, sums, starts[i], blocks[i]);
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
        boolean together = scores.isInOnePiece();
        int next = 0;
        for (int i = 0; i < blocks.length; i = next) {
            next = together ? firstBeyondSpan(i) : i + 1;
            scores.addAll(blocks[i], nodes, sums, starts[i], starts[next], multiple);
        }
    }

    /** Where the first block is that lies beyond the span of the i-th. */
    private int firstBeyondSpan(int i) {
        int span = blocks[i] / BLOCKS_IN_SPAN;
        int found = Arrays.binarySearch(blocks, i, blocks.length, (span + 1) * BLOCKS_IN_SPAN);
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
