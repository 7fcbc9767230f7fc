package dev.clew.core.randomwalk;

import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.recommend.TopK;

/**
 * Scores that favour what several starts lead to: with x_a(t) what start a gives to t, {@code score(t) = (sum over a of sqrt(x_a(t)))^2}, what rejected starts give being
 * summed apart in the same way and taken off.
 *
 * <p>Source: the multi-hit booster of Pixie, section 3.1. It is at least the plain sum, and equal to it where one start alone leads to the item.
 */
final class BoostedScores implements AutoCloseable {
    private static final NodeScoresPool POOL = new NodeScoresPool();

    /** More than what rounding may take off a root. */
    private static final double ROUNDING = 1 + 1e-9;

    private final NodeScores liked;
    private final NodeScores rejected;

    BoostedScores(int nodeCount) {
        this.liked = POOL.borrow(nodeCount);
        this.rejected = POOL.borrow(nodeCount);
    }

    @Override
    public void close() {
        POOL.giveBack(liked);
        POOL.giveBack(rejected);
    }

    /** Adds what one start gives to each node. */
    void add(NodeScores ofOneStart, boolean isLiked) {
        int count = ofOneStart.list();
        for (int i = 0; i < count; i++) {
            int node = ofOneStart.listed(i);
            (isLiked ? liked : rejected).add(node, Math.sqrt(Math.abs(ofOneStart.get(node))));
        }
    }

    double score(int node) {
        return liked.get(node) * liked.get(node) - rejected.get(node) * rejected.get(node);
    }

    void offerTo(TopK top) {
        liked.visitFrom(top.bar(), top.leftOut(), (node, root) -> {
            top.offer(node, score(node));
            return Math.sqrt(top.bar()) / ROUNDING;
        });
    }

    /** How many sums there are to look through for the best, at most. */
    long reach() {
        return liked.reach();
    }
}
