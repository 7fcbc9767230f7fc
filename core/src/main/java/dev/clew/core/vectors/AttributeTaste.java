package dev.clew.core.vectors;

import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.TopK;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The user as items with vectors from attributes meet them: the sum of the vectors of what they acted on, scales left out, and of its attributes. See
 * {@link AttributeEncoder} for the formula. One answer, one thread.
 */
final class AttributeTaste implements AutoCloseable {
    private static final NodeScoresPool POOL = new NodeScoresPool();
    /** A vector is rounded to float, which its bound must make up for. */
    private static final double ROUNDING = 1e-6;

    private final AttributeEncoder encoder;
    private final InferredItems inferred;
    private final double[] vector;
    /** A sum for each column of the space. */
    private final NodeScores shared;

    private double length;
    private double tailLength;

    AttributeTaste(AttributeEncoder encoder, InferredItems inferred) {
        this.encoder = encoder;
        this.inferred = inferred;
        this.vector = new double[encoder.dimension()];
        this.shared = POOL.borrow(encoder.space().size());
    }

    /** Gives the memory back; the sums must not be read any more. */
    @Override
    public void close() {
        POOL.giveBack(shared);
    }

    /**
     * Adds up the actions.
     *
     * @return false if the meter did not give leave to finish
     */
    boolean sum(RecommendationGraph graph, ItemVectors known, List<Action> actions, WorkMeter meter) {
        ItemAttributes attributes = encoder.space().on(graph);
        for (Action action : actions) {
            if (!meter.spend(VectorSearch.work(vector.length))) {
                return false;
            }
            int row = known.row(action.item());
            int place = inferred.find(action.item());
            if (row != ItemVectors.UNKNOWN) {
                known.history().addTo(vector, row, action.weight());
            } else if (place >= 0) {
                inferred.get(place).addTo(vector, action.weight());
            }
            if (encoder.scales().shared() > 0) {
                addShared(attributes.at(action.item()), action.weight());
            }
        }
        length = length(0);
        tailLength = length(InferredItem.HEAD);
        return true;
    }

    private void addShared(ItemAttributes item, double weight) {
        for (int i = 0; i < item.size(); i++) {
            shared.add(item.column(i), weight * item.value(i));
        }
    }

    private double length(int from) {
        double squares = 0;
        for (int j = from; j < vector.length; j++) {
            squares += vector[j] * vector[j];
        }
        return Math.sqrt(squares);
    }

    /**
     * Offers every item that may be among the best, with its score in full precision.
     *
     * @param base what an item has besides, by its place among the inferred items
     */
    void offerTo(TopK top, IntToDoubleFunction base, WorkMeter meter) {
        for (int place = 0; place < inferred.size(); place++) {
            InferredItem item = inferred.get(place);
            if (!meter.spend(1 + item.size() / Budget.BATCH)) {
                return;
            }
            if (top.hasRoom() && !top.isAllowed(item.node)) {
                continue;
            }
            double least = base.applyAsDouble(place) + encoder.scales().candidate() * sharedWith(item);
            if (mayReach(top.bar(), least, item) && top.isAllowed(item.node)) {
                top.offer(item.node, base.applyAsDouble(place) + score(item));
            }
        }
    }

    /** Whether the vector's part can lift the rest of the score to the bar: first by the lengths, then by the first entries. */
    private boolean mayReach(double bar, double rest, InferredItem item) {
        double scale = encoder.scales().candidate();
        double most = (1 + ROUNDING) * length * item.length();
        if (rest + scale * most < bar) {
            return false;
        }
        double error = ROUNDING * length * item.length();
        double head = item.headDot(vector);
        if (rest + scale * (head + error + (1 + ROUNDING) * tailLength * item.tailLength()) < bar) {
            return false;
        }
        return rest + scale * (head + item.tailDot(vector) + error) >= bar;
    }

    private double sharedWith(InferredItem item) {
        double sum = 0;
        for (int i = 0; encoder.scales().shared() > 0 && i < item.size(); i++) {
            sum += item.value(i) * shared.get(item.column(i));
        }
        return encoder.scales().shared() * sum;
    }

    /** The score of an item, attribute by attribute in double precision, as its ledger tells it. */
    double score(InferredItem item) {
        double sum = 0;
        for (int i = 0; i < item.size(); i++) {
            sum += item.value(i) * liking(item.column(i));
        }
        return sum;
    }

    /** What an entry of 1 in a column adds to an item's score. */
    double liking(int column) {
        return encoder.scales().candidate()
                * (encoder.dot(column, vector) + encoder.scales().shared() * shared.get(column));
    }
}
