package dev.clew.core.randomwalk;

import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes single steps of the chain at random, and shares out the last one.
 *
 * <p>Cost of a step: O(relationship types of the node) and, where the weights of a row differ, as many tries as its largest weight is times
 * its mean one, at the mean; each try is metered. The degree of the node does not matter.
 *
 * <p>The last step of a walk is not drawn but shared out: to each neighbour x of the node v that may be an item goes P(v, x). Of a row with more than {@value
 * Block#MOST} neighbours, one block of them is drawn and stands for all where the weights are equal, else one neighbour. That leaves the mean what it is. What one walk leaves at
 * an item is never above 1.
 */
final class RandomSteps {
    /** A step waits for memory a few times: as long as it takes to read so many neighbours one after the other. */
    private static final int STEP_WORK = 16;

    private final RecommendationGraph graph;
    private final Transitions transitions;
    private final List<Transitions.Slot> slots;
    /** Positions of the slots by which nodes of a type may reach items, by node type. */
    private final int[][] toItems;

    private final double[] widths;
    private final WalkRandom random;
    private final WorkMeter meter;

    RandomSteps(RecommendationGraph graph, Transitions transitions, WalkRandom random, WorkMeter meter) {
        this.graph = graph;
        this.transitions = transitions;
        this.slots = transitions.slots();
        this.widths = new double[slots.size()];
        this.random = random;
        this.meter = meter;
        this.toItems = graph.schema().nodeTypes().stream()
                .map(type -> IntStream.range(0, slots.size())
                        .filter(slot -> slots.get(slot).mayLeave(type.role())
                                && slots.get(slot).mayReach(NodeRole.ITEM))
                        .toArray())
                .toArray(int[][]::new);
    }

    List<Transitions.Slot> slots() {
        return slots;
    }

    int[] slotsToItems(int node) {
        return toItems[graph.nodeType(node).index()];
    }

    /**
     * Takes a step.
     *
     * @param from a node with relationships
     * @param choice uniform in [0, 1)
     * @return the node come to, or {@link RecommendationGraph#NO_NODE} if the meter refused
     */
    int step(int from, double choice) {
        if (!meter.spend(STEP_WORK)) {
            return RecommendationGraph.NO_NODE;
        }
        int[] leaving = transitions.slotsLeaving(from);
        double total = 0;
        for (int i = 0; i < leaving.length; i++) {
            Transitions.Slot slot = slots.get(leaving[i]);
            widths[i] = slot.weight() * slot.row().weightSum(from);
            total += widths[i];
        }
        double left = choice * total;
        int chosen = 0;
        for (int i = 0; i < leaving.length; i++) {
            if (widths[i] > 0) {
                chosen = i;
                if (left < widths[i]) {
                    break;
                }
                left -= widths[i];
            }
        }
        Neighbours row = slots.get(leaving[chosen]).row().at(from);
        int at = position(row, Math.min(left / widths[chosen], Math.nextDown(1.0)));
        return at < 0 ? RecommendationGraph.NO_NODE : row.node(at);
    }

    /** A position in proportion to its weight by rejection, or -1 if the meter refused. */
    private int position(Neighbours row, double choice) {
        int at = (int) (choice * row.size());
        if (isEqual(row)) {
            return at;
        }
        while (random.nextDouble() * row.maxWeight() > row.weight(at)) {
            if (!meter.spend(STEP_WORK)) {
                return -1;
            }
            at = (int) (random.nextDouble() * row.size());
        }
        return at;
    }

    static boolean isEqual(Neighbours row) {
        return row.maxWeight() * (double) row.size() <= row.weightSum() * (1 + 1e-9);
    }

    /**
     * Leaves {@code value * P(node, x)} at each node x that may be an item.
     *
     * @return false if the meter refused
     */
    boolean shareOut(int node, double value, Deposits deposits) {
        int[] reaching = slotsToItems(node);
        double total = reaching.length == 0 ? 0 : transitions.total(node);
        for (int position : reaching) {
            Transitions.Slot slot = slots.get(position);
            Neighbours row = slot.row().at(node);
            if (row.size() > 0 && !shareOut(node, position, value * slot.weight() / total, deposits)) {
                return false;
            }
        }
        return true;
    }

    private boolean shareOut(int node, int position, double perWeight, Deposits deposits) {
        Neighbours row = slots.get(position).row();
        int size = row.size();
        if (size <= Block.MOST) {
            deposits.add(node, position, 0, size, perWeight);
            return meter.spend(size);
        }
        if (isEqual(row)) {
            Block block = Block.holding((int) (random.nextDouble() * size), size);
            deposits.add(node, position, block.from(), block.to(), perWeight * size / block.size());
            return meter.spend(block.size());
        }
        int at = position(row, random.nextDouble());
        if (at < 0) {
            return false;
        }
        deposits.add(row.node(at), Deposits.AT_NODE, 0, 0, perWeight * row.weightSum());
        return true;
    }
}
