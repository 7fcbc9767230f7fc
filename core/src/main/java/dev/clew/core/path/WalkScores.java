package dev.clew.core.path;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;

/**
 * Sums all walks of a history at once: along each path it pushes one sparse vector step by step, so that walks that meet at a node go on
 * as one. Nodes are left in the order of their numbers and a long row is walked in pieces, so the same work is done in the
 * same order on any machine, and a budget that ends it between two pieces ends it there again.
 *
 * <p>Cost: O(relationships of the nodes reached before the last step), summed over paths; memory for the nodes reached. One answer, one
 * thread.
 */
final class WalkScores implements AutoCloseable {
    private static final NodeScoresPool POOL = new NodeScoresPool();

    private final RecommendationGraph graph;
    private final int askingUser;
    private final List<Action> actions;
    private final double totalWeight;
    private final WorkMeter meter;
    private final DegreePower historyPower;
    private final StepPowers stepPowers;
    private final DegreePower candidatePower;
    private final NodeScores sum;
    private NodeScores here;
    private NodeScores next;

    WalkScores(RecommendationGraph graph, History history, MetaPathParameters parameters, WorkMeter meter) {
        this.graph = graph;
        this.askingUser = history.user();
        this.actions = history.signed();
        this.totalWeight = history.totalWeight();
        this.meter = meter;
        this.historyPower = new DegreePower(parameters.historyExponent());
        this.stepPowers = new StepPowers(parameters);
        this.candidatePower = new DegreePower(parameters.candidateExponent());
        this.sum = POOL.borrow(graph.nodeCount());
        this.here = POOL.borrow(graph.nodeCount());
        this.next = POOL.borrow(graph.nodeCount());
    }

    /** Gives the memory back; the sums must not be read any more. */
    @Override
    public void close() {
        POOL.giveBack(sum);
        POOL.giveBack(here);
        POOL.giveBack(next);
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
        List<MetaPath.Step> steps = path.path().steps();
        for (int i = 0; i < steps.size(); i++) {
            int barred = i == 0 ? RecommendationGraph.NO_NODE : askingUser;
            boolean complete = push(steps.get(i), i == 0 ? historyPower : stepPowers.of(steps.get(i)), barred);
            if (i == steps.size() - 1) {
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
        if (!path.startsAtUser()) {
            actions.forEach(action -> here.add(action.item(), action.weight() / totalWeight));
        } else if (askingUser != RecommendationGraph.NO_NODE) {
            here.add(askingUser, 1);
        }
    }

    /** Carries what is {@code here} over one step, where it is {@code here} again; what is at the barred node goes no further. */
    private boolean push(MetaPath.Step step, DegreePower power, int barred) {
        next.clear();
        Neighbours row = graph.neighbours(step.type(), step.direction());
        boolean complete = true;
        int count = here.list();
        for (int i = 0; i < count && complete; i++) {
            int node = here.listed(i);
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

    private boolean pushRow(Neighbours row, double share) {
        int size = row.size();
        int from = 0;
        do {
            int to = Math.min(size, from + Budget.BATCH);
            if (!meter.spend(Math.max(1, to - from))) {
                return false;
            }
            row.addTo(next, share, from, to);
            from = to;
        } while (from < size);
        return true;
    }

    private void addToSum(WeightedPath path) {
        MetaPath.Step last = path.path().last();
        Neighbours back = graph.neighbours(last.type(), last.direction().reverse());
        int count = here.list();
        for (int i = 0; i < count; i++) {
            int node = here.listed(i);
            sum.add(
                    node,
                    path.weight()
                            * here.get(node)
                            * candidatePower.of(back.at(node).weightSum()));
        }
    }
}
