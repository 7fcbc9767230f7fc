package dev.clew.core.recommend;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads what one user did off the graph: all of it, or, where that is more than {@link History#MOST} things, the newest. Of the same moment, or
 * where no moments are known, newer is what the store numbered later.
 *
 * <p>Cost: O(relationships of the user), a few nanoseconds each where only the newest are kept.
 */
final class HistoryOf {
    private final RecommendationGraph graph;
    private final int user;
    private final List<Action> actions = new ArrayList<>();
    private BitSet older = new BitSet();

    HistoryOf(RecommendationGraph graph, int user) {
        this.graph = graph;
        this.user = user;
    }

    History read() {
        int size = size();
        boolean isTruncated = size > History.MOST;
        long oldest = isTruncated ? oldestThatCounts(size) : Long.MIN_VALUE;
        older = new BitSet(isTruncated ? graph.nodeCount() : 0);
        for (RelationshipType type : types()) {
            addAll(type, graph.neighbours(type, Direction.OUT).at(user), oldest);
            addAll(type, graph.marks(type).at(user), oldest);
        }
        return new History(user, actions, older);
    }

    private List<RelationshipType> types() {
        return graph.schema().relationshipTypes(RelationshipRole.INTERACTION);
    }

    private int size() {
        int size = 0;
        for (RelationshipType type : types()) {
            size += graph.neighbours(type, Direction.OUT).at(user).size()
                    + graph.marks(type).at(user).size();
        }
        return size;
    }

    private long oldestThatCounts(int size) {
        long[] ages = new long[size];
        int count = 0;
        for (RelationshipType type : types()) {
            count = addAges(ages, count, graph.neighbours(type, Direction.OUT).at(user));
            count = addAges(ages, count, graph.marks(type).at(user));
        }
        return Selection.smallest(ages, size - History.MOST);
    }

    private static int addAges(long[] ages, int count, Neighbours row) {
        for (int i = 0; i < row.size(); i++) {
            ages[count + i] = age(row, i);
        }
        return count + row.size();
    }

    /** Larger the newer: seconds, then the lower half of the relationship's id. */
    private static long age(Neighbours row, int i) {
        return ((row.timeMillis(i) / 1000) << Integer.SIZE) | Integer.toUnsignedLong((int) row.relationshipId(i));
    }

    private void addAll(RelationshipType type, Neighbours row, long oldest) {
        for (int i = 0; i < row.size(); i++) {
            int item = row.node(i);
            if (!graph.contains(item)) {
                continue;
            }
            if (oldest != Long.MIN_VALUE && age(row, i) < oldest) {
                older.set(item);
            } else {
                actions.add(new Action(item, type.index(), row.weight(i), row.timeMillis(i), row.relationshipId(i)));
            }
        }
    }
}
