package dev.clew.core.path;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.Step;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.TopK;
import dev.clew.core.recommend.WorkMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sums all walks of a history at once: along each path it pushes one sparse vector step by step, so that walks that meet at a node go on
 * as one. Nodes are left in the order of their numbers and a long row is walked in pieces, so the same work is done in the
 * same order on any machine, and a budget that ends it between two pieces ends it there again.
 *
 * <p>Cost: O(relationships of the nodes reached before the last step), summed over paths; memory for the nodes reached. One answer, one
 * thread.
 */
final class WalkScores implements AutoCloseable {
    /**
     * An item with more relationships than this is walked from by itself: what that leads to can be kept and used again. Fixed, so that it depends
     * on the graph alone in which order sums are made.
     */
    static final int BUSY = 48;

    /** Rows fetched from memory at a time: a tenth to a fifth less time than one by one, where the graph is larger than the cache. */
    private static final int TOUCHED_TOGETHER = 8;

    /** More than what rounding may take off a product of three. */
    private static final double ROUNDING = 1 + 1e-9;

    /** What is still to do for each node reached, when walking is over: its factor, and whether it is among the best. */
    private static final int RANKING_NANOS = 40;

    /** The same for giving it its factor before it is among the others. */
    private static final int SCALING_NANOS = 12;

    /** The same for listing it before the next step. */
    private static final int LISTING_NANOS = 5;

    /** So many nodes are listed in the time that one relationship takes. */
    private static final int LISTED_AS_ONE = 8;

    static final NodeScoresPool POOL = new NodeScoresPool();

    private final RecommendationGraph graph;
    private final History history;
    private final List<Action> actions;
    private final double totalWeight;
    private final WorkMeter meter;
    private final DegreePower historyPower;
    private final StepPowers stepPowers;
    private final DegreePower candidatePower;
    private final List<UsedRow> usedRows = new ArrayList<>();
    private NodeScores sum;
    private NodeScores here;
    private NodeScores next;
    /** What the first path adds, without the candidate's factor, if that is put off. */
    private NodeScores raw;

    private boolean deferring;
    /** What {@link Neighbours#touch} returned: written so that the reading is done, and never looked at. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    private @Nullable WeightedPath deferred;

    WalkScores(RecommendationGraph graph, History history, MetaPathParameters parameters, WorkMeter meter) {
        this.graph = graph;
        this.history = history;
        this.actions = history.signed();
        this.totalWeight = history.totalWeight();
        this.meter = meter;
        this.historyPower = DegreePower.to(parameters.historyExponent());
        this.stepPowers = new StepPowers(parameters);
        this.candidatePower = DegreePower.to(parameters.candidateExponent());
        this.sum = POOL.borrow(graph.nodeCount());
        this.here = POOL.borrow(graph.nodeCount());
        this.next = POOL.borrow(graph.nodeCount());
        this.raw = POOL.borrow(graph.nodeCount());
    }

    /** Gives the memory back; the sums must not be read any more. */
    @Override
    public void close() {
        POOL.giveBack(sum);
        POOL.giveBack(here);
        POOL.giveBack(next);
        POOL.giveBack(raw);
    }

    /**
     * The best items by the sum over the paths. Most items are reached along the first path, and few of them are among the best: what the first path
     * adds is therefore multiplied by the candidate's factor only where the largest factor there is would make it enough.
     */
    List<Recommendation> best(List<WeightedPath> paths, Query query) {
        deferring = actions.stream().allMatch(action -> action.weight() > 0);
        along(paths);
        return deferred == null ? TopK.of(graph, query, sum) : best(deferred, query);
    }

    private List<Recommendation> best(WeightedPath path, Query query) {
        Neighbours back = graph.neighbours(
                path.path().last().type(), path.path().last().direction().reverse());
        IntToDoubleFunction largestFactor =
                node -> ROUNDING * path.weight() * candidatePower.of(back.leastWeightSum(node));
        TopK top = TopK.offering(graph, query);
        sum.visitFrom(top.bar(), raw, largestFactor, top.leftOut(), (node, others, walks) -> {
            // An item that no such walk leads to may have a degree of 0, and with that no factor.
            double first = walks == 0 ? 0 : path.weight() * walks * candidatePower.of(back.weightSum(node));
            top.offer(node, first + others);
            return top.bar();
        });
        return top.bestFirst();
    }

    /**
     * A row that is in the sums.
     *
     * @param path along which it was added
     */
    record UsedRow(WeightedPath path, KernelRow row) {}

    /** The rows that are in the sums, for explaining them. */
    List<UsedRow> usedRows() {
        return usedRows;
    }

    /** The sum over the paths, or over as much of them as the meter gave leave to walk. */
    NodeScores along(List<WeightedPath> paths) {
        for (WeightedPath path : paths) {
            if (!walk(path)) {
                break;
            }
        }
        return sum;
    }

    private boolean walk(WeightedPath path) {
        start(path.path());
        boolean rows = path.path().steps().size() == 2 && !path.path().startsAtUser();
        return rows ? walkTwoSteps(path) : walkSteps(path);
    }

    private boolean walkSteps(WeightedPath path) {
        List<Step> steps = path.path().steps();
        for (int i = 0; i < steps.size(); i++) {
            int barred = i == 0 ? RecommendationGraph.NO_NODE : history.user();
            DegreePower power = i == 0 ? historyPower : stepPowers.of(steps.get(i));
            boolean isLast = i == steps.size() - 1;
            boolean complete = push(steps.get(i), power, barred, !(isLast && deferring));
            if (isLast) {
                addToSum(path);
            }
            if (!complete) {
                return false;
            }
        }
        return true;
    }

    /** Puts {@code here} what the path starts with: the history, or the asking user. */
    private void start(MetaPath path) {
        here.clear();
        here.expectFew();
        if (!path.startsAtUser()) {
            actions.forEach(action -> here.add(action.item(), action.weight() / totalWeight));
        } else if (history.user() != RecommendationGraph.NO_NODE) {
            here.add(history.user(), 1);
        }
    }

    /** Items that many lead away from go by their {@link KernelRow}s, the others as {@link #walkSteps}. */
    private boolean walkTwoSteps(WeightedPath path) {
        Step first = path.path().steps().get(0);
        Step second = path.path().steps().get(1);
        List<Branch> busy = takeBusy(first);
        boolean pushed = push(first, historyPower, RecommendationGraph.NO_NODE, true);
        boolean complete = pushed && push(second, stepPowers.of(second), history.user(), !deferring);
        if (pushed) {
            complete &= addRows(busy, path);
            addToSum(path);
        }
        return complete;
    }

    /**
     * A history item apart from the others.
     *
     * @param share what its row is to be multiplied by
     */
    private record Branch(int item, double share) {}

    private List<Branch> takeBusy(Step first) {
        List<Branch> busy = new ArrayList<>();
        Neighbours row = graph.neighbours(first.type(), first.direction());
        int count = here.list();
        for (int i = 0; i < count; i++) {
            int item = here.listed(i);
            if (row.at(item).size() > BUSY) {
                busy.add(new Branch(item, here.take(item) * historyPower.of(row.weightSum())));
            }
        }
        return busy;
    }

    private boolean addRows(List<Branch> busy, WeightedPath weighted) {
        if (busy.isEmpty()) {
            return true;
        }
        MetaPath path = weighted.path();
        KernelRowSource rows = new KernelRowSource(
                graph,
                path,
                stepPowers.of(path.last()),
                history,
                next,
                meter,
                reached -> rankingNanos(here) + RANKING_NANOS * reached);
        for (Branch branch : busy) {
            KernelRow row = rows.row(branch.item(), here);
            row.sums.addTo(here, branch.share());
            usedRows.add(new UsedRow(weighted, row));
            if (!row.isComplete()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Carries what is {@code here} over one step, where it is {@code here} again; what is at the barred node goes no further.
     *
     * @param fewReached whether not most of the nodes there are will be reached
     */
    private boolean push(Step step, DegreePower power, int barred, boolean fewReached) {
        next.clear();
        meter.reserve(rankingNanos(next) + LISTING_NANOS * here.reach());
        boolean complete = meter.spendAll(here.reach() / LISTED_AS_ONE);
        int count = complete ? here.list() : 0;
        Neighbours row = graph.neighbours(step.type(), step.direction());
        if (fewReached && haveFew(row, count)) {
            next.expectFew();
        }
        for (int i = 0; i < count && complete; i++) {
            int node = here.listed(i);
            if (i % TOUCHED_TOGETHER == 0) {
                touch(row, i, Math.min(count, i + TOUCHED_TOGETHER));
            }
            if (node != barred) {
                row.at(node);
                complete = pushRow(row, here.get(node) * power.of(row.weightSum()));
            }
        }
        NodeScores left = here;
        here = next;
        next = left;
        return complete;
    }

    /** Whether the listed nodes have so few neighbours that these will stay few, even counted as often as they are met. */
    private boolean haveFew(Neighbours row, int listed) {
        long met = 0;
        for (int i = 0; i < listed && met <= NodeScores.FEW; i++) {
            met += row.size(here.listed(i));
        }
        return met <= NodeScores.FEW;
    }

    private void touch(Neighbours row, int from, int to) {
        for (int i = from; i < to; i++) {
            touched += row.touch(here.listed(i));
        }
    }

    private boolean pushRow(Neighbours row, double share) {
        int size = row.size();
        int from = 0;
        do {
            int to = Math.min(size, from + Budget.BATCH);
            if (!meter.spend(Math.max(1, to - from))) {
                return false;
            }
            row.addTo(next, share, from, to);
            meter.reserve(rankingNanos(next));
            from = to;
        } while (from < size);
        return true;
    }

    /** How long it will take to rank what has been reached, the latest with it. */
    private long rankingNanos(NodeScores latest) {
        int latestNanos = deferring ? RANKING_NANOS : RANKING_NANOS + SCALING_NANOS;
        return RANKING_NANOS * (sum.reach() + raw.reach()) + latestNanos * latest.reach();
    }

    private void addToSum(WeightedPath path) {
        if (deferring) {
            deferring = false;
            deferred = path;
            NodeScores empty = raw;
            raw = here;
            here = empty;
            return;
        }
        Step last = path.path().last();
        Neighbours back = graph.neighbours(last.type(), last.direction().reverse());
        here.scale(node -> path.weight() * candidatePower.of(back.weightSum(node)));
        if (sum.reach() == 0) {
            NodeScores empty = sum;
            sum = here;
            here = empty;
        } else {
            int count = here.list();
            for (int i = 0; i < count; i++) {
                sum.add(here.listed(i), here.get(here.listed(i)));
            }
        }
    }
}
