package dev.clew.core.graph;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * For each block of {@link NodeScores} a number that no node's in it is below. May be lowered at any time and is never raised: whoever bounds something by a
 * number that was lowered for a later state of the graph has a looser bound, not a wrong one, so that all states share one. Thread-safe.
 */
final class BlockMinima {
    private final int firstBlock;
    /** Bits of floats, none of which is below 0: they are ordered as the floats are. */
    private final AtomicIntegerArray minima;

    /** Blocks of which nothing is known for so many nodes from one on; each has to be {@linkplain #lower lowered} to what is in it. */
    BlockMinima(int firstNode, int nodes) {
        firstBlock = firstNode / NodeScores.BLOCK;
        int lastBlock = (firstNode + Math.max(0, nodes - 1)) / NodeScores.BLOCK;
        int[] none = new int[nodes == 0 ? 0 : lastBlock - firstBlock + 1];
        Arrays.fill(none, Float.floatToRawIntBits(Float.POSITIVE_INFINITY));
        minima = new AtomicIntegerArray(none);
    }

    /** Makes sure that the minimum of the node's block is not above its number; of no effect for a node beyond the blocks. */
    void lower(int node, double number) {
        int at = node / NodeScores.BLOCK - firstBlock;
        if (at >= 0 && at < minima.length()) {
            minima.accumulateAndGet(at, Float.floatToRawIntBits(atMost(number)), Math::min);
        }
    }

    private static float atMost(double number) {
        float near = (float) number;
        return near > number ? Math.nextDown(near) : near;
    }

    /** No number of a node in the same block is below this: infinity if none has one, the given bound if it is beyond the blocks. */
    double of(int node, double bound) {
        int at = node / NodeScores.BLOCK - firstBlock;
        return at >= 0 && at < minima.length() ? Float.intBitsToFloat(minima.get(at)) : bound;
    }
}
