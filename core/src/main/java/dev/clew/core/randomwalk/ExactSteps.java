package dev.clew.core.randomwalk;

import dev.clew.core.chain.Seeds;
import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.WorkMeter;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Sums the first steps of the chain instead of drawing them, from those starts where that is cheap: what is two steps away has most of the
 * PageRank and is where drawing is least sure.
 *
 * <p>Starts are taken up in the order of their degrees while no more than {@value #MOST_SCANNED} relationships have to be looked at for the first step and
 * {@value #MOST_PUSHED} for the second. The choice depends on graph and history alone.
 */
final class ExactSteps {
    private static final long MOST_SCANNED = 1 << 16;
    static final long MOST_PUSHED = 1 << 20;

    /** Time for adding one of the masses to the sums. */
    private static final long ADDING_NANOS = 10;

    private final RecommendationGraph graph;
    private final double alpha;
    private final Transitions transitions;
    private final List<Transitions.Slot> slots;
    private final RandomSteps steps;
    private final WorkMeter meter;
    private final long mostPushed;
    /** Whether the meter refused before everything was summed. */
    private boolean cut;

    /** @param mostPushed mostly {@link #MOST_PUSHED} */
    ExactSteps(
            RecommendationGraph graph,
            double alpha,
            Transitions transitions,
            RandomSteps steps,
            WorkMeter meter,
            long mostPushed) {
        this.graph = graph;
        this.alpha = alpha;
        this.transitions = transitions;
        this.slots = steps.slots();
        this.steps = steps;
        this.meter = meter;
        this.mostPushed = mostPushed;
    }

    /** A start for each share, in the same order; how each is treated is decided here. */
    List<Start> starts(List<Seeds.Share> shares) {
        long[] counts = shares.stream()
                .mapToLong(share -> transitions.count(share.action().item()))
                .toArray();
        boolean[] taken = cheapest(shares, counts);
        return IntStream.range(0, counts.length)
                .mapToObj(i -> new Start(
                        shares.get(i).action(),
                        shares.get(i).mass(),
                        counts[i] == 0 ? Start.Kind.STAYS : kind(taken[i])))
                .toList();
    }

    private static Start.Kind kind(boolean taken) {
        return taken ? Start.Kind.SUMMED : Start.Kind.DRAWN;
    }

    private boolean[] cheapest(List<Seeds.Share> shares, long[] counts) {
        int[] cheapestFirst = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> counts[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] taken = new boolean[counts.length];
        long scanned = 0;
        long pushed = 0;
        for (int i : cheapestFirst) {
            scanned += counts[i];
            pushed += scanned <= MOST_SCANNED && !cut
                    ? cost(shares.get(i).action().item())
                    : mostPushed + 1;
            if (pushed > mostPushed) {
                break;
            }
            taken[i] = true;
        }
        return taken;
    }

    /** How many relationships the second step from an item looks at, at most. */
    private long cost(int item) {
        long cost = 0;
        for (int position : transitions.slotsLeaving(item)) {
            Neighbours row = slots.get(position).row().at(item);
            for (int from = 0; from < row.size() && !cut; from += Budget.BATCH) {
                int end = Math.min(row.size(), from + Budget.BATCH);
                cut = !meter.spend(end - from);
                for (int i = from; i < end; i++) {
                    cost += transitions.count(row.node(i));
                }
            }
        }
        return cost;
    }

    /**
     * Adds the part of the PageRank that is one or two steps from the starts that were taken up.
     *
     * @param one sums of 0 for the mass one step away
     */
    void addTo(NodeScores sums, List<Start> starts, NodeScores one) {
        pushFirst(starts, one);
        pushSecond(one, alpha * (1 - alpha) * (1 - alpha), steps::slotsToItems, sums);
        addItems(one, alpha * (1 - alpha), sums);
    }

    /**
     * The same for who needs the mass two steps away, too: a third more work.
     *
     * @param two sums of 0 for it
     */
    void addTo(NodeScores sums, List<Start> starts, NodeScores one, NodeScores two) {
        pushFirst(starts, one);
        pushSecond(one, 1, transitions::slotsLeaving, two);
        addItems(one, alpha * (1 - alpha), sums);
        addItems(two, alpha * (1 - alpha) * (1 - alpha), sums);
    }

    private void pushFirst(List<Start> starts, NodeScores one) {
        for (Start start : starts) {
            if (start.isSummed()) {
                push(start.item(), transitions.slotsLeaving(start.item()), start.mass(), one);
            }
        }
    }

    private void pushSecond(NodeScores one, double times, IntFunction<int[]> positions, NodeScores to) {
        int count = cut ? 0 : one.list();
        for (int i = 0; i < count; i++) {
            int node = one.listed(i);
            push(node, positions.apply(node), times * one.get(node), to);
        }
    }

    private void addItems(NodeScores masses, double part, NodeScores sums) {
        masses.visitFrom(Double.NEGATIVE_INFINITY, (node, mass) -> {
            if (mass != 0 && graph.nodeType(node).role() == NodeRole.ITEM) {
                sums.add(node, part * mass);
            }
            return Double.NEGATIVE_INFINITY;
        });
    }

    private void push(int node, int[] positions, double mass, NodeScores to) {
        double total = positions.length == 0 ? 0 : transitions.total(node);
        for (int position : positions) {
            Transitions.Slot slot = slots.get(position);
            Neighbours row = slot.row().at(node);
            double perWeight = mass * slot.weight() / total;
            for (int from = 0; from < row.size() && !cut; from += Budget.BATCH) {
                int end = Math.min(row.size(), from + Budget.BATCH);
                cut = !meter.spend(end - from);
                if (!cut) {
                    row.addTo(to, perWeight, from, end);
                    meter.reserve((RandomWalks.RANKING_NANOS + ADDING_NANOS) * to.reach());
                }
            }
        }
    }
}
