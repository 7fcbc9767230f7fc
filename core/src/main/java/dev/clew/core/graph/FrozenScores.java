package dev.clew.core.graph;

import java.util.Arrays;

/**
 * What {@link NodeScores} held at one moment, in single precision, compact and for adding up quickly. Immutable.
 *
 * <p>Kept in blocks like the sums themselves. A block of which at least {@value #DENSE} nodes have a sum is kept whole, the others as slots and sums.
 */
public final class FrozenScores {
    /** From so many on, 64 sums in a row are added sooner than these one by one. */
    private static final int DENSE = 24;

    private static final int BLOCK = NodeScores.BLOCK;

    private final int[] blocks;
    /** Where each block's sums begin, and the end of the last one's: 64 of them if the block is whole. */
    private final int[] starts;

    private final float[] sums;
    /** Which node of its block each sum belongs to; those of whole blocks say nothing. */
    private final byte[] slots;

    private FrozenScores(int[] blocks, int[] starts, float[] sums, byte[] slots) {
        this.blocks = blocks;
        this.starts = starts;
        this.sums = sums;
        this.slots = slots;
    }

    /** @param blocks numbers of the blocks in use, ascending, given up by the caller */
    static FrozenScores of(NodeScores scores, int[] blocks) {
        int[] starts = new int[blocks.length + 1];
        for (int i = 0; i < blocks.length; i++) {
            int count = count(scores.writable(blocks[i]), scores.start(blocks[i]));
            starts[i + 1] = starts[i] + (count < DENSE ? count : BLOCK);
        }
        FrozenScores frozen =
                new FrozenScores(blocks, starts, new float[starts[blocks.length]], new byte[starts[blocks.length]]);
        for (int i = 0; i < blocks.length; i++) {
            frozen.copy(i, scores.writable(blocks[i]), scores.start(blocks[i]));
        }
        return frozen;
    }

    private static int count(double[] from, int start) {
        int count = 0;
        for (int slot = 0; slot < BLOCK; slot++) {
            count += from[start + slot] == 0 ? 0 : 1;
        }
        return count;
    }

    private boolean isWhole(int i) {
        return starts[i + 1] - starts[i] == BLOCK;
    }

    private void copy(int i, double[] from, int start) {
        int at = starts[i];
        for (int slot = 0; slot < BLOCK; slot++) {
            if (isWhole(i) || from[start + slot] != 0) {
                sums[at] = (float) from[start + slot];
                slots[at++] = (byte) slot;
            }
        }
    }

    /** The node's sum; 0 if it had none. Cost: O(log of the blocks that are missing between the first and the last). */
    public float get(int node) {
        int i = find(node / BLOCK);
        if (i < 0) {
            return 0;
        }
        int slot = node % BLOCK;
        if (isWhole(i)) {
            return sums[starts[i] + slot];
        }
        int at = Arrays.binarySearch(slots, starts[i], starts[i + 1], (byte) slot);
        return at < 0 ? 0 : sums[at];
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
        for (int i = 0; i < blocks.length; i++) {
            double[] to = scores.writable(blocks[i]);
            int start = scores.start(blocks[i]);
            if (isWhole(i)) {
                addWhole(to, start, starts[i], multiple);
            } else {
                for (int at = starts[i]; at < starts[i + 1]; at++) {
                    to[start + slots[at]] += multiple * sums[at];
                }
            }
        }
    }

    private void addWhole(double[] to, int start, int from, double multiple) {
        for (int slot = 0; slot < BLOCK; slot++) {
            to[start + slot] += multiple * sums[from + slot];
        }
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
        return Integer.BYTES * (long) (blocks.length + starts.length) + (Float.BYTES + Byte.BYTES) * (long) sums.length;
    }
}
