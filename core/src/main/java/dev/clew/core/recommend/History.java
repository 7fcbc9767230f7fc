package dev.clew.core.recommend;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What the asking user did: all that a recommender knows of them. Read from the graph, from the calling transaction, or from a request.
 *
 * @param user node number, or {@link RecommendationGraph#NO_NODE} for somebody who is not in the graph
 * @param actions sorted by item, type and relationship id, so that sums come out the same wherever the actions were read
 */
public record History(int user, List<Action> actions) {
    private static final Comparator<Action> ORDER = Comparator.comparingInt(Action::item)
            .thenComparingInt(Action::typeIndex)
            .thenComparingLong(Action::relationshipId)
            .thenComparingDouble(Action::weight);

    public History {
        actions = actions.stream().sorted(ORDER).toList();
    }

    /** Nobody, who did nothing. */
    public static History empty() {
        return new History(RecommendationGraph.NO_NODE, List.of());
    }

    /** The actions of a user as the graph has them. */
    public static History of(RecommendationGraph graph, int user) {
        List<Action> actions = new ArrayList<>();
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.INTERACTION)) {
            addAll(actions, graph, type, graph.neighbours(type, Direction.OUT).at(user));
            addAll(actions, graph, type, graph.marks(type).at(user));
        }
        return new History(user, actions);
    }

    private static void addAll(List<Action> actions, RecommendationGraph graph, RelationshipType type, Neighbours row) {
        for (int i = 0; i < row.size(); i++) {
            if (graph.contains(row.node(i))) {
                actions.add(
                        new Action(row.node(i), type.index(), row.weight(i), row.timeMillis(i), row.relationshipId(i)));
            }
        }
    }

    /** The actions that say something: liked or rejected. */
    public List<Action> signed() {
        return actions.stream().filter(action -> action.weight() != 0).toList();
    }

    public boolean hasLikes() {
        return actions.stream().anyMatch(action -> action.weight() > 0);
    }

    /** The sum of the magnitudes of all weights. */
    public double totalWeight() {
        return actions.stream().mapToDouble(action -> Math.abs(action.weight())).sum();
    }

    /** Whether the item was acted on, in whatever way: then it is not recommended. Cost: O(log actions). */
    public boolean includes(int item) {
        int low = 0;
        int high = actions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (actions.get(middle).item() < item) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < actions.size() && actions.get(low).item() == item;
    }

    /** All items acted on, for a caller that asks about most of the items there are. */
    public BitSet items() {
        BitSet items = new BitSet();
        actions.forEach(action -> items.set(action.item()));
        return items;
    }
}
