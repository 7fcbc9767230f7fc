package dev.clew.core.vectors;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;

/**
 * The linear filter over what people did to the same items, summed on the fly from the graph of the moment:
 *
 * <pre>{@code
 * score(t) = weight * sum over actions h: a(h) * D_h^-historyExponent * sum over users v: R_vh * D_v^-userExponent * R_vt * D_t^-candidateExponent
 * }</pre>
 *
 * R sums all interaction types, D are its weighted degrees, and the asking user is none of the v. It knows the close neighbours that a low-pass filter
 * smooths away.
 *
 * <p>Source: the linear part of GF-CF, Shen et al., How powerful is graph convolution for recommendation?, CIKM 2021, where all exponents are
 * 1/2 but the user's, which is 1.
 *
 * <p>Cost: the interactions of the users who share an action with the asking one. One answer, one thread.
 */
final class CoInteractionFilter implements AutoCloseable {
    private static final NodeScoresPool POOL = new NodeScoresPool();

    private final int askingUser;
    private final FilterParameters parameters;
    private final List<Neighbours> byUser;
    private final List<Neighbours> byItem;
    private final NodeScores users;
    private final NodeScores items;

    CoInteractionFilter(RecommendationGraph graph, History history, FilterParameters parameters) {
        this.askingUser = history.user();
        this.parameters = parameters;
        this.byUser = rows(graph, Direction.OUT);
        this.byItem = rows(graph, Direction.IN);
        this.users = POOL.borrow(graph.nodeCount());
        this.items = POOL.borrow(graph.nodeCount());
    }

    private static List<Neighbours> rows(RecommendationGraph graph, Direction direction) {
        return graph.schema().relationshipTypes(RelationshipRole.INTERACTION).stream()
                .map(type -> graph.neighbours(type, direction))
                .toList();
    }

    /** Gives the memory back; the sums must not be read any more. */
    @Override
    public void close() {
        POOL.giveBack(users);
        POOL.giveBack(items);
    }

    /**
     * Sums the scores of all items.
     *
     * @return false if the meter did not give leave to finish
     */
    boolean sum(List<Action> actions, WorkMeter meter) {
        for (Action action : actions) {
            double share = action.weight() * power(byItem, action.item(), parameters.historyExponent());
            if (!add(byItem, action.item(), share, users, meter)) {
                return false;
            }
        }
        int reached = users.list();
        for (int i = 0; i < reached; i++) {
            int user = users.listed(i);
            double share = users.get(user) * power(byUser, user, parameters.userExponent());
            if (user != askingUser && !add(byUser, user, share, items, meter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean add(List<Neighbours> rows, int node, double share, NodeScores sums, WorkMeter meter) {
        for (Neighbours row : rows) {
            int size = row.at(node).size();
            for (int from = 0; from < size; from += Budget.BATCH) {
                int to = Math.min(size, from + Budget.BATCH);
                if (!meter.spend(to - from)) {
                    return false;
                }
                row.addTo(sums, share, from, to);
            }
        }
        return true;
    }

    /** The items with a sum, ascending, as the number of them for {@link #item}. */
    int list() {
        return items.list();
    }

    int item(int i) {
        return items.listed(i);
    }

    /** The score of an item after {@link #sum}. */
    double score(int item) {
        double sum = items.get(item);
        return sum == 0 ? 0 : sum * candidateFactor(item);
    }

    private double candidateFactor(int item) {
        return parameters.weight() * power(byItem, item, parameters.candidateExponent());
    }

    /** D^-exponent of a node; 0 if it has no interactions. */
    private static double power(List<Neighbours> rows, int node, double exponent) {
        double degree = 0;
        for (Neighbours row : rows) {
            degree += row.at(node).weightSum();
        }
        return degree == 0 ? 0 : Math.pow(degree, -exponent);
    }

    /** Takes the walks back from an item to the users who lead to it, for {@link #share}. Not together with {@link #sum}. */
    void lookBackFrom(int item) {
        for (Neighbours row : byItem) {
            row.at(item);
            for (int i = 0; i < row.size(); i++) {
                if (row.node(i) != askingUser) {
                    users.add(row.node(i), row.weight(i) * power(byUser, row.node(i), parameters.userExponent()));
                }
            }
        }
    }

    /** What an action of weight 1 on one item adds to the score of the item looked back from. */
    double share(int historyItem, int item) {
        double sum = 0;
        for (Neighbours row : byItem) {
            row.at(historyItem);
            for (int i = 0; i < row.size(); i++) {
                sum += row.weight(i) * users.get(row.node(i));
            }
        }
        return sum == 0 ? 0 : sum * power(byItem, historyItem, parameters.historyExponent()) * candidateFactor(item);
    }
}
