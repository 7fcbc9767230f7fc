package dev.clew.core.path;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.Step;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Computes {@link KernelRow}s along a path of two steps:
 *
 * <pre>{@code row(h)[t] = sum over walks h - x - t: w(hx) * w(xt) / W(x)^degreeExponent}</pre>
 *
 * The middle nodes are gone through in their order, so that a row has the same bytes whenever and by whomever it is computed.
 *
 * <p>Cost: O(relationships of the item's neighbours). One thread.
 */
final class KernelRowScan {
    /** What it takes, for each node reached, to make the row when the scan is over. */
    private static final int MAKING_NANOS = 10;

    private final RecommendationGraph graph;
    private final Neighbours first;
    private final Neighbours second;
    private final DegreePower degreePower;
    private final NodeScores sums;
    private final LongUnaryOperator afterwards;

    /**
     * @param scratch its sums are overwritten
     * @param afterwards how many nanoseconds it will take to use a row of at most so many nodes
     */
    KernelRowScan(
            RecommendationGraph graph,
            List<Step> steps,
            DegreePower degreePower,
            NodeScores scratch,
            LongUnaryOperator afterwards) {
        this.graph = graph;
        this.first = graph.neighbours(steps.get(0).type(), steps.get(0).direction());
        this.second = graph.neighbours(steps.get(1).type(), steps.get(1).direction());
        this.degreePower = degreePower;
        this.sums = scratch;
        this.afterwards = afterwards;
    }

    /**
     * The item's row, or as much of it as the meter gave leave to look at: then it is not {@link KernelRow#isComplete}.
     *
     * @param avoided a node that no walk may pass; its work counts all the same
     */
    KernelRow row(int item, int avoided, WorkMeter meter) {
        sums.clear();
        first.at(item);
        long work = 0;
        boolean complete = true;
        for (int i = 0; i < first.size() && complete; i++) {
            second.at(first.node(i));
            double share = first.node(i) == avoided ? 0 : first.weight(i) * degreePower.of(second.weightSum());
            complete = meter.spend(1) && add(share, meter);
            work += 1L + second.size();
        }
        return new KernelRow(item, sums.frozen(), work, complete, graph.version());
    }

    private boolean add(double share, WorkMeter meter) {
        int size = second.size();
        for (int from = 0; from < size; from += Budget.BATCH) {
            int to = Math.min(size, from + Budget.BATCH);
            if (!meter.spend(to - from)) {
                return false;
            }
            if (share != 0) {
                second.addTo(sums, share, from, to);
            }
            meter.reserve(MAKING_NANOS * sums.reach() + afterwards.applyAsLong(sums.reach()));
        }
        return true;
    }
}
