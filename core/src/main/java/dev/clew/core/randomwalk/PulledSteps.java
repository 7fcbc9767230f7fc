package dev.clew.core.randomwalk;

import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Budget;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Sums the third and the fourth step of the chain for some nodes only, by pulling: what comes to a node is what its neighbours pass on, whichever of them were reached.
 *
 * <p>With m_k(x) the mass at x after k steps, D(x) and w as in {@link Transitions}: {@code m_(k+1)(x) = sum over y of c * w_xy * m_k(y) / D(y)}. The same sum tells where walks come from: with
 * b_k(x) the chance to be at a target k steps after x, {@code b_(k+1)(x) = sum over y of c * w_xy * b_k(y) / D(x)}.
 *
 * <p>Cost: the relationships of the nodes asked about and of their neighbours, each neighbour once.
 */
final class PulledSteps implements AutoCloseable {
    /** Graphs with more relationships are not pulled from: a few items may touch all of them. */
    private static final long MOST_RELATIONSHIPS = 1 << 21;

    private static final NodeScoresPool POOL = new NodeScoresPool();

    private final int nodeCount;
    private final Transitions transitions;
    private final List<Transitions.Slot> ofAsked;
    private final List<Transitions.Slot> ofNeighbours;
    private final double three;
    private final double four;
    /** Asks for leave to look at so many relationships. */
    private final IntPredicate leave;
    /** What a relationship of weight 1 brings from each node two steps on. */
    private final NodeScores two;
    /** The same of nodes one step further on, as far as it is known. */
    private final NodeScores further;

    private boolean cut;

    private PulledSteps(RecommendationGraph graph, double alpha, Transitions transitions, IntPredicate leave) {
        this.nodeCount = graph.nodeCount();
        this.transitions = transitions;
        this.ofAsked = transitions.slots();
        this.ofNeighbours = transitions.slots();
        this.three = alpha * Math.pow(1 - alpha, 3);
        this.four = alpha * Math.pow(1 - alpha, 4);
        this.leave = leave;
        this.two = POOL.borrow(graph.nodeCount());
        this.further = POOL.borrow(graph.nodeCount());
    }

    @Override
    public void close() {
        POOL.giveBack(two);
        POOL.giveBack(further);
    }

    /** Whether the graph is small enough. */
    static boolean suits(RecommendationGraph graph, Transitions transitions) {
        return transitions.slots().stream()
                        .map(Transitions.Slot::type)
                        .distinct()
                        .mapToLong(graph::relationshipCount)
                        .sum()
                <= MOST_RELATIONSHIPS;
    }

    /**
     * For asking what comes to items.
     *
     * @param afterTwo the mass after two steps
     */
    static PulledSteps from(
            NodeScores afterTwo, RecommendationGraph graph, double alpha, Transitions transitions, IntPredicate leave) {
        PulledSteps steps = new PulledSteps(graph, alpha, transitions, leave);
        int count = afterTwo.list();
        for (int i = 0; i < count; i++) {
            int node = afterTwo.listed(i);
            steps.two.add(node, afterTwo.get(node) / transitions.total(node));
        }
        return steps;
    }

    /** For asking what goes to one item from its starts. */
    static PulledSteps backFrom(
            int item, RecommendationGraph graph, double alpha, Transitions transitions, IntPredicate leave) {
        PulledSteps steps = new PulledSteps(graph, alpha, transitions, leave);
        NodeScores one = steps.further;
        steps.push(item, 1, one);
        one.scale(node -> 1 / transitions.total(node));
        int count = one.list();
        for (int i = 0; i < count; i++) {
            steps.push(one.listed(i), one.get(one.listed(i)), steps.two);
        }
        steps.two.scale(node -> 1 / transitions.total(node));
        one.clear();
        return steps;
    }

    private void push(int node, double times, NodeScores to) {
        for (int position : transitions.slotsLeaving(node)) {
            Transitions.Slot slot = ofAsked.get(position);
            Neighbours row = slot.row().at(node);
            for (int from = 0; from < row.size() && mayLook(row, from); from += Budget.BATCH) {
                row.addTo(to, times * slot.weight(), from, end(row, from));
            }
        }
    }

    private static int end(Neighbours row, int from) {
        return Math.min(row.size(), from + Budget.BATCH);
    }

    private boolean mayLook(Neighbours row, int from) {
        cut = cut || !leave.test(end(row, from) - from);
        return !cut;
    }

    /** Whether leave was refused: then what was returned is too small. */
    boolean isCut() {
        return cut;
    }

    /** The parts of the items' PageRank that are three or four steps from the starts. */
    double[] to(List<Integer> items) {
        goOnFrom(items);
        return items.stream().mapToDouble(this::at).toArray();
    }

    /** The parts of the item's PageRank that are three or four steps from each of some starts. */
    double[] from(List<Start> starts) {
        goOnFrom(starts.stream().map(Start::item).toList());
        return starts.stream()
                .mapToDouble(start -> start.mass() * at(start.item()) / transitions.total(start.item()))
                .toArray();
    }

    /** Takes the step to the neighbours of some nodes, in the order of their numbers: their rows lie side by side then. */
    private void goOnFrom(List<Integer> nodes) {
        BitSet neighbours = new BitSet(nodeCount);
        for (int node : nodes) {
            for (int position : transitions.slotsLeaving(node)) {
                Neighbours row = ofAsked.get(position).row().at(node);
                for (int from = 0; from < row.size() && mayLook(row, from); from += Budget.BATCH) {
                    for (int i = from; i < end(row, from); i++) {
                        neighbours.set(row.node(i));
                    }
                }
            }
        }
        for (int node = neighbours.nextSetBit(0); node >= 0 && !cut; node = neighbours.nextSetBit(node + 1)) {
            double sum = 0;
            double total = 0;
            for (int position : transitions.slotsLeaving(node)) {
                Transitions.Slot slot = ofNeighbours.get(position);
                Neighbours row = slot.row().at(node);
                sum += slot.weight() * sum(row, two);
                total += slot.weight() * row.weightSum();
            }
            further.add(node, sum / total);
        }
    }

    private double at(int node) {
        double third = 0;
        double fourth = 0;
        for (int position : transitions.slotsLeaving(node)) {
            Transitions.Slot slot = ofAsked.get(position);
            Neighbours row = slot.row().at(node);
            third += slot.weight() * sum(row, two);
            fourth += slot.weight() * sum(row, further);
        }
        return three * third + four * fourth;
    }

    private double sum(Neighbours row, NodeScores values) {
        double sum = 0;
        for (int from = 0; from < row.size() && mayLook(row, from); from += Budget.BATCH) {
            sum += row.sumOf(values, from, end(row, from));
        }
        return sum;
    }
}
