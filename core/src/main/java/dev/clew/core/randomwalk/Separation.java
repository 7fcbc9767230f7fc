package dev.clew.core.randomwalk;

import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.TopK;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Tells whether the order of the best items is certain enough.
 *
 * <p>The claim: each returned item's PageRank is at least (1 - epsilon) times that of every candidate that stands below it, returned or not. With it, the item at rank i has
 * at least (1 - epsilon) times the i-th largest PageRank of all candidates. It holds with the probability {@code confidence} over the walks of all seeds.
 *
 * <p>Why: an item's PageRank is {@code summed + unit * (E[liked] - E[rejected])}, the first known, the others sums of independent variables, one a walk: walks draw apart from
 * each other, though not all from the same part of the starts. A walk leaves at most {@link #largestShare} times what it counts at an item, so {@link PoissonBounds} bound each mean.
 * There are at most nodeCount items with two bounds each, or four where something was rejected, looked at a number of times that is known beforehand. With l = ln(looks * nodeCount * bounds / (1 -
 * confidence)) each bound fails with a chance of at most exp(-l), so all of them hold at all looks with the probability confidence (Boole), whatever was chosen by looking at them: the items,
 * the moment to stop. Where all bounds hold, what {@link #holds} compares proves the claim.
 */
final class Separation {
    /** Items that are not returned whose bounds are worked out closely; where more may belong to the best, the order is not certain. */
    private static final int MOST_RIVALS = 1024;
    /** Relationships of an item looked at for {@link #largestShare}. */
    private static final int MOST_LOOKS = 4096;
    /** More than what rounding may take off a sum of three. */
    private static final double ROUNDING = 1 + 1e-9;

    private final RecommendationGraph graph;
    private final Query query;
    private final Transitions transitions;
    private final List<Transitions.Slot> slots;
    /** Cursors for each slot's other direction. */
    private final List<Neighbours> reversed;

    private final WalkEstimate estimate;
    private final boolean rejects;
    private final double epsilon;
    private final double l;
    /** The most that one walk leaves at an item that all nodes it ends at lead to for certain. */
    private final double most;
    /** The same at a {@linkplain WalkEstimate#refine refined} item. */
    private final double mostFar;

    Separation(
            RecommendationGraph graph,
            Query query,
            Transitions transitions,
            WalkEstimate estimate,
            RandomWalkParameters parameters,
            GroupOfWalks group,
            int looks) {
        this.graph = graph;
        this.query = query;
        this.transitions = transitions;
        this.slots = transitions.slots();
        this.reversed = slots.stream()
                .map(slot -> graph.neighbours(slot.type(), slot.direction().reverse()))
                .toList();
        this.estimate = estimate;
        this.epsilon = parameters.epsilon();
        this.rejects = query.history().actions().stream().anyMatch(action -> action.weight() < 0);
        int bounds = rejects ? 4 : 2;
        this.l = Math.log((double) looks * graph.nodeCount() * bounds / (1 - parameters.confidence()));
        double alpha = parameters.restartProbability();
        double share = itemsLeadToItems() ? 1 : (1 - alpha) / (2 - alpha);
        this.most = share * group.heaviest();
        this.mostFar = share * group.heaviestFar();
    }

    /** If they do not, of the two nodes that a walk ends at only the second can lead to items: the first is an item. */
    private boolean itemsLeadToItems() {
        return slots.stream().anyMatch(slot -> slot.mayLeave(NodeRole.ITEM) && slot.mayReach(NodeRole.ITEM));
    }

    /**
     * Whether the claim is proved for these items.
     *
     * @param best the k best by their estimates, best first
     */
    boolean holds(List<Recommendation> best) {
        return best.size() == query.k() && (holds(best, this::looseBounds) || holds(best, this::bounds));
    }

    private boolean holds(List<Recommendation> best, IntFunction<Bounds> boundsOf) {
        double bar = Double.MAX_VALUE;
        double below = estimate.unit() * most * l;
        for (int i = best.size() - 1; i >= 0; i--) {
            Bounds bounds = boundsOf.apply(best.get(i).item());
            double least = bounds.low / (1 - epsilon);
            if (!(below <= least)) {
                return false;
            }
            below = Math.max(below, bounds.high);
            bar = Math.min(bar, least);
        }
        return noRivalIsAbove(best, bar, boundsOf);
    }

    private boolean noRivalIsAbove(List<Recommendation> best, double bar, IntFunction<Bounds> boundsOf) {
        Set<Integer> returned = best.stream().map(Recommendation::item).collect(Collectors.toSet());
        List<Integer> rivals = rivals(returned, bar);
        if (rivals.size() > MOST_RIVALS) {
            return false;
        }
        for (int rival : rivals) {
            boolean isBelow = looseBounds(rival).high <= bar || boundsOf.apply(rival).high <= bar;
            if (!isBelow) {
                return false;
            }
        }
        return true;
    }

    /** Some items that are not returned though their rough upper bound is above the bar: all of them, or one too many. */
    private List<Integer> rivals(Set<Integer> returned, double bar) {
        TopK top = TopK.offering(graph, query.withK(MOST_RIVALS + 1));
        double from = Math.max(Double.MIN_VALUE, (bar - largestRise()) / ROUNDING);
        estimate.visitFrom(from, top.leftOut(), (node, score) -> {
            double high = roughUpper(node);
            if (high > bar && !returned.contains(node)) {
                top.offer(node, high);
            }
            return from;
        });
        return top.bestFirst().stream().map(Recommendation::item).toList();
    }

    /** By how much a rough upper bound can be above the estimate: it grows with what walks from liked items have left. */
    private double largestRise() {
        double largest = estimate.largestLiked() / most;
        return estimate.unit() * most * (PoissonBounds.roughUpper(largest, l) - largest);
    }

    /** The upper bound of an item that every node may lead to for certain. */
    private double roughUpper(int item) {
        double share = most(item);
        return estimate.summed(item)
                + estimate.unit() * share * PoissonBounds.roughUpper(estimate.liked(item) / share, l);
    }

    private double most(int item) {
        return estimate.isRefined(item) ? mostFar : most;
    }

    private record Bounds(double low, double high) {}

    /** Bounds that cost O(1), as if every node might lead to the item for certain. */
    private Bounds looseBounds(int item) {
        return bounds(item, most(item));
    }

    private Bounds bounds(int item) {
        return bounds(item, most(item) * largestShare(item));
    }

    /** @param share the most that one walk leaves at the item */
    private Bounds bounds(int item, double share) {
        double unit = estimate.unit() * share;
        double liked = estimate.liked(item) / share;
        double rejected = estimate.rejected(item) / share;
        double lowRejected = rejected == 0 ? 0 : PoissonBounds.lower(rejected, l);
        double highRejected = !rejects ? 0 : PoissonBounds.upper(rejected, l);
        double summed = estimate.summed(item);
        return new Bounds(
                summed + unit * (PoissonBounds.lower(liked, l) - highRejected),
                summed + unit * (PoissonBounds.upper(liked, l) - lowRejected));
    }

    /** The most that the last step from one node leaves at the item, in (0, 1]. Cost: O(the item's relationships), at most {@value #MOST_LOOKS}. */
    private double largestShare(int item) {
        double sum = 0;
        for (int slot : transitions.slotsLeaving(item)) {
            if (slots.get(slot).row().at(item).size() > MOST_LOOKS) {
                return 1;
            }
            sum += largestShareBy(slot);
        }
        return Math.min(1, sum <= 0 ? 1 : sum);
    }

    private double largestShareBy(int slot) {
        Neighbours row = slots.get(slot).row();
        Neighbours forth = reversed.get(slot);
        double largest = 0;
        int from = 0;
        while (from < row.size()) {
            int node = row.node(from);
            double weight = 0;
            int i = from;
            for (; i < row.size() && row.node(i) == node; i++) {
                weight += row.weight(i);
            }
            // Most nodes share less even if they lead nowhere else, which is quickly seen.
            if (forth.size(node) > Block.MOST || weight > largest * forth.weightSum(node)) {
                largest = Math.max(largest, share(slot, node, weight));
            }
            from = i;
        }
        return largest;
    }

    private double share(int slot, int node, double weight) {
        Neighbours forth = reversed.get(slot).at(node);
        double total = transitions.total(node);
        if (forth.size() <= Block.MOST) {
            return slots.get(slot).weight() * weight / total;
        }
        double whole = slots.get(slot).weight() * forth.weightSum() / total;
        return RandomSteps.isEqual(forth)
                ? whole * Math.min(1, 2.0 * (weight / forth.maxWeight()) / Block.MOST)
                : whole;
    }
}
