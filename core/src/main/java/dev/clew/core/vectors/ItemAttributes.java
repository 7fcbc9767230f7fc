package dev.clew.core.vectors;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.EvidencePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A cursor over what items are, as an {@link AttributeSpace} sees it: the walks from an item to the space's columns, ascending by column, each with
 * its share of the entry. One graph state, one thread.
 *
 * <p>Cost of a move: the attributes of the item and what they link to, times the logarithm of the columns.
 */
public final class ItemAttributes {
    private static final Comparator<Arrival> BY_COLUMN = Comparator.comparingInt(Arrival::column);

    private final AttributeSpace space;
    private final RecommendationGraph graph;
    private final AttributeWalks walks;
    private final List<Arrival> arrivals = new ArrayList<>();
    /** The square of the length of each half of the row, before it is made 1. */
    private final double[] squares = new double[2];
    /** What the walks of one and of two steps are multiplied by, so that the row has length 1. */
    private final double[] factors = new double[2];

    /** A walk that leads to a column. */
    private record Arrival(int column, double weight, AttributeWalks.Walk walk) {
        int half() {
            return walk.path().steps() - 1;
        }
    }

    ItemAttributes(AttributeSpace space, RecommendationGraph graph) {
        this.space = space;
        this.graph = graph;
        this.walks = new AttributeWalks(graph);
    }

    /** Moves to an item and returns this. */
    public ItemAttributes at(int item) {
        arrivals.clear();
        Arrays.fill(squares, 0);
        for (AttributeWalks.Walk walk : walks.from(item)) {
            int column = space.column(walk.path(), graph.nodeType(walk.end()).label(), graph.key(walk.end()));
            if (column >= 0) {
                arrivals.add(new Arrival(column, walk.weight() * space.weight(column), walk));
            } else {
                squares[walk.path().steps() - 1] += Math.pow(walk.weight() * space.weightOfUnknown(), 2);
            }
        }
        arrivals.sort(BY_COLUMN);
        normalise();
        return this;
    }

    private void normalise() {
        for (int from = 0, to = 0; from < arrivals.size(); from = to) {
            double entry = 0;
            for (; to < arrivals.size() && column(to) == column(from); to++) {
                entry += arrivals.get(to).weight();
            }
            squares[arrivals.get(from).half()] += entry * entry;
        }
        int halves = (squares[0] > 0 ? 1 : 0) + (squares[1] > 0 ? 1 : 0);
        for (int half = 0; half < 2; half++) {
            factors[half] = squares[half] == 0 ? 0 : 1 / Math.sqrt(squares[half] * halves);
        }
    }

    /** How many walks there are. */
    public int size() {
        return arrivals.size();
    }

    /** The column that the walk leads to. */
    public int column(int i) {
        return arrivals.get(i).column();
    }

    /** The walk's share of the item's entry in that column. */
    public double value(int i) {
        return arrivals.get(i).weight() * factors[arrivals.get(i).half()];
    }

    /** The walk itself, from the item on. */
    EvidencePath path(int i) {
        AttributeWalks.Walk walk = arrivals.get(i).walk();
        return new EvidencePath(walk.nodes(), walk.steps());
    }
}
