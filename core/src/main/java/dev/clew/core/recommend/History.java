package dev.clew.core.recommend;

import dev.clew.core.graph.RecommendationGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What the asking user did: all that a recommender knows of them. Read from the graph, from the calling transaction, or from a request.
 *
 * <p>Of somebody who did more than {@value #MOST} things the newest count, so that answering takes no longer the more they do; the items of the
 * others are remembered, and not recommended either.
 *
 * @param user node number, or {@link RecommendationGraph#NO_NODE} for somebody who is not in the graph
 * @param actions sorted by item, type and relationship id, so that sums come out the same wherever the actions were read
 * @param older items of all actions, if some are too old to be among these here, else none; not to be changed
 */
public record History(int user, List<Action> actions, BitSet older) {
    /** Actions of one user that count. */
    public static final int MOST = 10_000;

    /** Of more actions than these, looking an item up takes longer than keeping a bit for each item of the graph. */
    private static final int FEW = 64;

    private static final Comparator<Action> ORDER = Comparator.comparingInt(Action::item)
            .thenComparingInt(Action::typeIndex)
            .thenComparingLong(Action::relationshipId)
            .thenComparingDouble(Action::weight);

    public History {
        List<Action> sorted = new ArrayList<>(actions);
        sorted.sort(ORDER);
        actions = Collections.unmodifiableList(sorted);
    }

    /** With all that the user ever did among the actions. */
    public History(int user, List<Action> actions) {
        this(user, actions, new BitSet());
    }

    /** Nobody, who did nothing. */
    public static History empty() {
        return new History(RecommendationGraph.NO_NODE, List.of());
    }

    /** The actions of a user as the graph has them. Cost: O(relationships of the user). */
    public static History of(RecommendationGraph graph, int user) {
        return new HistoryOf(graph, user).read();
    }

    /** Whether the user did so much that only the newest of it counts. */
    public boolean isTruncated() {
        return !older.isEmpty();
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
        double total = 0;
        for (Action action : actions) {
            total += Math.abs(action.weight());
        }
        return total;
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
        return (low < actions.size() && actions.get(low).item() == item) || older.get(item);
    }

    /** {@link #includes} for a caller that asks about many items: what takes long is done beforehand. */
    public IntPredicate membership() {
        if (actions.size() > FEW || isTruncated()) {
            return items()::get;
        }
        int[] items = actions.stream().mapToInt(Action::item).toArray();
        return item -> Arrays.binarySearch(items, item) >= 0;
    }

    /** All items acted on, for a caller that asks about most of the items there are. */
    public BitSet items() {
        BitSet items = (BitSet) older.clone();
        actions.forEach(action -> items.set(action.item()));
        return items;
    }
}
