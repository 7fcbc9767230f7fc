package dev.clew.core.pagerank;

import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.WorkMeter;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Approximates personalised PageRank pi = alpha * sum over k of (1 - alpha)^k s P^k, for a seed vector s and the {@link Transitions} P, by pushing residual
 * mass from node to node until little is left anywhere.
 *
 * <p>State: an estimate p and a residual r, at first 0 and s. A push at x moves alpha * r(x) to p(x) and spreads (1 - alpha) * r(x) over the neighbours'
 * residuals. Every push keeps the invariant pi = p + alpha * sum over k of (1 - alpha)^k r P^k, and with it, for every node t,
 *
 * <pre>p(t) = alpha * s(t) - alpha * r(t) + (1 - alpha) * sum over v of p(v) P(v, t)</pre>
 *
 * <p>Nodes are pushed first in, first out, while |r(x)| is above tolerance * count(x), the number of the node's relationships. Seeds may be negative: everything is linear
 * in s.
 *
 * <p>Error: when no node is above its limit, |p(t) - pi(t)| is at most tolerance * D(t) * max over x of count(x) / D(x), which is tolerance * count(t) where
 * all weights are 1; whenever it stops, the error's sum over all nodes is at most the sum of |r|. Cost: a push at x takes at least alpha * tolerance * count(x)
 * off the sum of |r| and looks at count(x) relationships, so at most sum|s| / (alpha * tolerance) relationships are looked at, whatever the size of the graph, and no more nodes wait in the queue, beside the seeds.
 *
 * <p>A push is metered in pieces, so that a node with a million relationships does not overrun a budget. When leave is refused in the middle of a
 * row, the mass for the rest of the row is not undone but stays residual, kept as {@link Unfinished} and counted by {@link #residual}: the
 * invariant holds to the last piece.
 *
 * <p>Source: Andersen, Chung and Lang, Local Graph Partitioning using PageRank Vectors, FOCS 2006. Differs: weighted and typed relationships, signed seeds,
 * the walk is not lazy, and the limit counts relationships, so that the bound on the cost does not depend on the weights.
 */
final class ForwardPush implements AutoCloseable {
    private static final NodeScoresPool POOL = new NodeScoresPool();

    /** Below this, lists of items do not change any more. */
    private static final double LEAST_TOLERANCE = 1e-9;
    /** Time for one of the sums among which the best are looked for. */
    private static final long RANKING_NANOS = 25;

    /** Time for looking whether one of the residuals is to be pushed again. */
    private static final long QUEUEING_NANOS = 5;

    private final double alpha;
    private double tolerance;
    private final Transitions transitions;
    private final List<Transitions.Slot> slots;
    private final WorkMeter meter;
    private final NodeScores estimate;
    private final NodeScores residual;
    /** tolerance * count(x) of every node asked about, where that is above 0. */
    private final NodeScores limits;

    private final PushQueue queue = new PushQueue();
    private @Nullable Unfinished unfinished;
    /** How many nodes have been pushed at least once. */
    private int reached;

    private boolean reachesFurther = true;

    private ForwardPush(RecommendationGraph graph, PageRankParameters parameters, WorkMeter meter) {
        this.alpha = parameters.restartProbability();
        this.tolerance = parameters.tolerance();
        this.transitions = new Transitions(graph, parameters.weights());
        this.slots = transitions.slots();
        this.meter = meter;
        this.estimate = POOL.borrow(graph.nodeCount());
        this.residual = POOL.borrow(graph.nodeCount());
        this.limits = POOL.borrow(graph.nodeCount());
    }

    /**
     * Pushes until every residual is within its limit or the meter refuses.
     *
     * @param seeds s, in the order in which its nodes enter the queue; not modified
     */
    static ForwardPush run(
            RecommendationGraph graph, PageRankParameters parameters, NodeScores seeds, WorkMeter meter) {
        ForwardPush push = new ForwardPush(graph, parameters, meter);
        int count = seeds.list();
        for (int i = 0; i < count; i++) {
            push.residual.add(seeds.listed(i), seeds.get(seeds.listed(i)));
            push.queue.offer(seeds.listed(i));
        }
        push.drain();
        return push;
    }

    /**
     * Pushes on with a tenth of the tolerance, where what is left is above 0: only that can lead to more items.
     *
     * @return false if nothing was done: the last time reached no node that had not been pushed before, the tolerance is as low as makes sense, or there is no budget
     */
    boolean lowerTolerance() {
        if (!reachesFurther || tolerance < 2 * LEAST_TOLERANCE) {
            return false;
        }
        meter.reserve((QUEUEING_NANOS + RANKING_NANOS) * residual.reach());
        if (!meter.spendAll(residual.reach())) {
            return false;
        }
        int before = reached;
        tolerance /= 10;
        limits.clear();
        residual.visitFrom(tolerance, (node, mass) -> {
            queue.offer(node);
            return tolerance;
        });
        drain();
        reachesFurther = reached > before;
        return true;
    }

    /** Gives the memory back; neither estimate nor residual must be read any more. */
    @Override
    public void close() {
        POOL.giveBack(estimate);
        POOL.giveBack(residual);
        POOL.giveBack(limits);
    }

    private void drain() {
        // A node that waited in vain costs as much as a relationship, and a node with a million neighbours may queue
        // them all.
        while (!queue.isEmpty() && unfinished == null && meter.spend(1)) {
            int node = queue.poll();
            if (isAboveLimit(node)) {
                push(node, residual.take(node));
            }
        }
    }

    private void receive(int node, double mass) {
        residual.add(node, mass);
        // A node that mass comes to has a relationship, so its limit is not below this; the exact limit is looked up
        // when its turn comes.
        if (Math.abs(residual.get(node)) > tolerance) {
            queue.offer(node);
        }
    }

    private boolean isAboveLimit(int node) {
        return Math.abs(residual.get(node)) > limit(node);
    }

    private double limit(int node) {
        double known = limits.get(node);
        if (known > 0) {
            return known;
        }
        double limit = tolerance * transitions.count(node);
        limits.add(node, limit);
        return limit;
    }

    private void push(int node, double mass) {
        reached += estimate.get(node) == 0 ? 1 : 0;
        double total = transitions.total(node);
        if (total == 0) {
            estimate.add(node, mass);
            return;
        }
        estimate.add(node, alpha * mass);
        double flow = (1 - alpha) * mass / total;
        for (int slot : transitions.slotsLeaving(node)) {
            if (unfinished == null) {
                pushRow(node, slot, flow);
            }
        }
    }

    private void pushRow(int node, int slot, double flow) {
        Neighbours row = slots.get(slot).row().at(node);
        double perWeight = flow * slots.get(slot).weight();
        for (int from = 0; from < row.size(); from += Budget.BATCH) {
            int to = Math.min(row.size(), from + Budget.BATCH);
            if (!meter.spend(to - from)) {
                unfinished = new Unfinished(node, flow, slot, from);
                return;
            }
            for (int i = from; i < to; i++) {
                receive(row.node(i), perWeight * row.weight(i));
            }
            meter.reserve(RANKING_NANOS * residual.reach());
        }
    }

    /**
     * A push that was stopped in the middle.
     *
     * @param flow mass for each unit of c_t * w along the relationships not reached
     * @param slot the first not fully walked, and {@code from} the first position in its row not reached
     */
    private record Unfinished(int node, double flow, int slot, int from) {}

    /** p: what has arrived for good. */
    NodeScores estimate() {
        return estimate;
    }

    /** p(t) + alpha * r(t): what will have arrived for good at the least, were every residual pushed. */
    double score(int node) {
        return estimate.get(node) + alpha * residual.get(node);
    }

    /** Shows each node whose score is at least the bar, which is above 0; some nodes excepted. */
    void visitScoresFrom(double bar, BitSet except, NodeScores.Visitor visitor) {
        estimate.visitFrom(
                bar, residual, alpha, except, (node, there, left) -> visitor.visit(node, there + alpha * left));
    }

    /** The part of {@link #residual} that is in no score: it is still on its way in an unfinished push. */
    double onItsWay(int node) {
        return unfinished == null ? 0 : waitingFor(node, unfinished);
    }

    /** r(t): mass at the node that was never pushed on, or still on its way there in an unfinished push. */
    double residual(int node) {
        return residual.get(node) + onItsWay(node);
    }

    private double waitingFor(int node, Unfinished push) {
        double waiting = 0;
        for (int slot = push.slot(); slot < slots.size(); slot++) {
            Neighbours row = slots.get(slot).row().at(push.node());
            int i = row.lowerBound(node);
            for (; i < row.size() && row.node(i) == node; i++) {
                if (slot > push.slot() || i >= push.from()) {
                    waiting += push.flow() * slots.get(slot).weight() * row.weight(i);
                }
            }
        }
        return waiting;
    }
}
