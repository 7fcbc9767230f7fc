package dev.clew.core.randomwalk;

import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.recommend.TopK;
import java.util.BitSet;

/**
 * What is known of a PageRank: {@code summed + unit * (liked - rejected)}, the first summed exactly, the others sums over the walks from liked and from
 * rejected items; a unit is the mass that all walks stand for, divided by their number.
 */
final class WalkEstimate implements AutoCloseable {
    private static final NodeScoresPool POOL = new NodeScoresPool();

    private final int nodeCount;
    private final double walkedMass;
    private final NodeScores summed;
    private final WalkSums liked;
    private final WalkSums rejected;
    /** Items of which steps three and four are summed. */
    private final BitSet refined = new BitSet();

    private long walks;

    /** @param refines whether {@link #refine} will be asked for */
    WalkEstimate(int nodeCount, double walkedMass, boolean refines) {
        this.nodeCount = nodeCount;
        this.walkedMass = walkedMass;
        this.summed = POOL.borrow(nodeCount);
        this.liked = new WalkSums(POOL, nodeCount, refines);
        this.rejected = new WalkSums(POOL, nodeCount, refines);
    }

    /** Gives the memory back; the sums must not be read any more. */
    @Override
    public void close() {
        POOL.giveBack(summed);
        liked.close();
        rejected.close();
    }

    /** Sums of 0 for the same nodes, to be given back. */
    NodeScores borrow() {
        return POOL.borrow(nodeCount);
    }

    void giveBack(NodeScores scores) {
        POOL.giveBack(scores);
    }

    /** To be added to by whoever sums. */
    NodeScores summed() {
        return summed;
    }

    /** Adds what so many walks left. */
    void add(Deposits deposits, int moreWalks, StartTable table, RandomSteps steps) {
        for (int i = 0; i < deposits.size(); i++) {
            boolean isLiked = table.start(deposits.start(i)).isLiked();
            (isLiked ? liked : rejected).add(deposits, i, steps);
        }
        walks += moreWalks;
    }

    /** Puts the sum of what is three and four steps away in place of what walks left of it, when all walks are done. */
    void refine(int item, double threeAndFour) {
        refined.set(item);
        summed.add(item, threeAndFour);
        liked.dropNear(item);
        rejected.dropNear(item);
    }

    boolean isRefined(int item) {
        return refined.get(item);
    }

    /** What one unit of a sum over walks stands for. */
    double unit() {
        return walks == 0 ? 0 : walkedMass / walks;
    }

    double score(int node) {
        return summed.get(node) + unit() * (liked(node) - rejected(node));
    }

    double summed(int node) {
        return summed.get(node);
    }

    double liked(int node) {
        return liked.all().get(node);
    }

    double rejected(int node) {
        return rejected.all().get(node);
    }

    /** The largest sum over the walks from liked items. */
    double largestLiked() {
        return liked.all().largest();
    }

    /** Shows each node whose score, were nothing rejected, is at least the bar; some nodes excepted. */
    void visitFrom(double bar, BitSet except, NodeScores.Visitor visitor) {
        double unit = unit();
        summed.visitFrom(
                bar, liked.all(), unit, except, (node, sum, fromLiked) -> visitor.visit(node, sum + unit * fromLiked));
    }

    /** Offers each node that anything speaks for. */
    void offerTo(TopK top) {
        visitFrom(top.bar(), top.leftOut(), (node, most) -> {
            top.offer(node, score(node));
            return top.bar();
        });
    }

    /** How many sums there are to look through for the best, at most. */
    long reach() {
        return summed.reach() + liked.reach();
    }
}
