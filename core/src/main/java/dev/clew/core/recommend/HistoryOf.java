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
    /** So many actions of a long history are looked at to judge how new its newest are. */
    private static final int SAMPLE = 2048;

    private final RecommendationGraph graph;
    private final int user;
    private final List<Part> parts = new ArrayList<>();

    /** The user's interactions of one type, or what they rejected or saw by it. */
    private record Part(RelationshipType type, Neighbours row) {
        Action action(int i) {
            return new Action(row.node(i), type.index(), row.weight(i), row.timeMillis(i), row.relationshipId(i));
        }

        /** Larger the newer: seconds, of which there are 32 bits, then the lowest 31 of the relationship's id. */
        long age(int i) {
            return ((row.timeMillis(i) / 1000) << 31) | (row.relationshipId(i) & Integer.MAX_VALUE);
        }
    }

    HistoryOf(RecommendationGraph graph, int user) {
        this.graph = graph;
        this.user = user;
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.INTERACTION)) {
            parts.add(new Part(type, graph.neighbours(type, Direction.OUT).at(user)));
            parts.add(new Part(type, graph.marks(type).at(user)));
        }
    }

    History read() {
        int size = parts.stream().mapToInt(part -> part.row().size()).sum();
        return size <= History.MOST ? all() : newest(size);
    }

    private History all() {
        List<Action> actions = new ArrayList<>();
        for (Part part : parts) {
            for (int i = 0; i < part.row().size(); i++) {
                if (graph.contains(part.row().node(i))) {
                    actions.add(part.action(i));
                }
            }
        }
        return new History(user, actions);
    }

    private History newest(int size) {
        BitSet items = new BitSet(graph.nodeCount());
        Newest newest = newest(guessedBar(size), items);
        if (!newest.isFull()) {
            newest = newest(Long.MIN_VALUE, items);
        }
        List<Action> actions = new ArrayList<>(History.MOST);
        newest.forEach((p, i) -> actions.add(parts.get(p).action(i)));
        return new History(user, actions, newest.hasLeftOut() ? items : new BitSet());
    }

    /**
     * An age that about three times as many are newer than as are wanted, judged by a sample: the rest need not be gathered, which would take most of the time
     * where they come oldest first.
     */
    private long guessedBar(int size) {
        long newer = 3L * History.MOST * SAMPLE / size;
        return newer >= SAMPLE ? Long.MIN_VALUE : Selection.smallest(sampledAges(size), SAMPLE - 1 - (int) newer);
    }

    private long[] sampledAges(int size) {
        long[] ages = new long[SAMPLE];
        int sampled = 0;
        int before = 0;
        for (Part part : parts) {
            int end = before + part.row().size();
            for (long at = place(sampled, size); sampled < SAMPLE && at < end; at = place(sampled, size)) {
                ages[sampled++] = part.age((int) at - before);
            }
            before = end;
        }
        return ages;
    }

    /** Evenly spread over all. */
    private static long place(int sampled, int size) {
        return (long) sampled * size / SAMPLE;
    }

    /** Gathers the newest of those that are at least as new as the bar, and the items of all. */
    private Newest newest(long bar, BitSet items) {
        Newest newest = new Newest(History.MOST, bar);
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            for (int i = 0; i < part.row().size(); i++) {
                int item = part.row().node(i);
                if (graph.contains(item)) {
                    items.set(item);
                    newest.offer(part.age(i), p, i);
                }
            }
        }
        return newest;
    }
}
