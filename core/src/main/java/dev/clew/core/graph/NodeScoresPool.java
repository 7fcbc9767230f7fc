package dev.clew.core.graph;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Keeps a few {@link NodeScores} with their memory, so that answering does not leave megabytes to the garbage collector. Lends out first what came
 * back last: its memory is still in the processor's cache. Thread-safe; what is borrowed belongs to the borrower until it is given back.
 */
public final class NodeScoresPool {
    /** An answer takes four, and up to four answers a processor are under way at a time. */
    private static final int KEPT = 16 * Runtime.getRuntime().availableProcessors();

    private final BlockingDeque<NodeScores> idle = new LinkedBlockingDeque<>(KEPT);

    /** Sums of 0 for so many nodes. */
    public NodeScores borrow(int nodeCount) {
        NodeScores kept = idle.pollFirst();
        return kept != null && kept.capacity() >= nodeCount ? kept : new NodeScores(withRoomToGrow(nodeCount));
    }

    /** A graph grows by a node now and then; sums for the graph of a moment ago should still do. */
    private static int withRoomToGrow(int nodeCount) {
        return (int) Math.min(Integer.MAX_VALUE - 1024L, nodeCount + nodeCount / 8L + 1024L);
    }

    /** Takes sums back; they are set to 0 here. */
    public void giveBack(NodeScores scores) {
        scores.clear();
        idle.offerFirst(scores);
    }
}
