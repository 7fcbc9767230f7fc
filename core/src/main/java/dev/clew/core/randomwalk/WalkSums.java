package dev.clew.core.randomwalk;

import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;

/**
 * What walks from liked, or from rejected, items left at each node. What they left three or four steps from their start may be kept apart from the rest, so that it can be taken out of a sum
 * again; then both are put together when they are asked for, and each share is added once.
 */
final class WalkSums implements AutoCloseable {
    private final NodeScoresPool pool;
    private final boolean areApart;
    private final NodeScores all;
    /** These two are in use only if they are apart. */
    private final NodeScores near;

    private final NodeScores far;
    private boolean isOld;

    /** @param areApart whether {@link #dropNear} will be asked for */
    WalkSums(NodeScoresPool pool, int nodeCount, boolean areApart) {
        this.pool = pool;
        this.areApart = areApart;
        this.all = pool.borrow(nodeCount);
        this.near = areApart ? pool.borrow(nodeCount) : all;
        this.far = areApart ? pool.borrow(nodeCount) : all;
    }

    /** Gives the memory back; the sums must not be read any more. */
    @Override
    public void close() {
        pool.giveBack(all);
        if (areApart) {
            pool.giveBack(near);
            pool.giveBack(far);
        }
    }

    /** Adds a deposit. */
    void add(Deposits deposits, int i, RandomSteps steps) {
        deposits.addTo(deposits.isNear(i) ? near : far, i, 1, steps);
        isOld = areApart;
    }

    /** All sums, not to be added to. Cost: O({@link #reach}) if something was added since they were last asked for. */
    NodeScores all() {
        if (isOld) {
            all.clear();
            all.addAll(near);
            all.addAll(far);
            isOld = false;
        }
        return all;
    }

    /** Takes what was left three or four steps from a start out of a node's sum. Nothing may be added afterwards. */
    void dropNear(int node) {
        all().take(node);
        all.add(node, far.get(node));
    }

    /** How many sums there are to look through, at most. */
    long reach() {
        return isOld ? near.reach() + far.reach() : all.reach();
    }
}
