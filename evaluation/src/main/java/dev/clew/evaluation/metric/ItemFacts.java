package dev.clew.evaluation.metric;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the train graph says of its items: how many users liked each, and when first. Read once, O(nodes + interactions); thread-safe.
 */
public final class ItemFacts {
    private final RecommendationGraph graph;
    private final int[] items;
    private final int[] popularity;
    private final long[] firstMillis;
    private final int userCount;
    private final int[] popularityRank;

    /** Reads them from a graph. */
    public ItemFacts(RecommendationGraph graph) {
        this.graph = graph;
        this.items = nodes(NodeRole.ITEM);
        this.userCount = nodes(NodeRole.USER).length;
        this.popularity = new int[graph.nodeCount()];
        this.firstMillis = new long[graph.nodeCount()];
        for (int item : items) {
            count(item);
        }
        this.popularityRank = popularityRank();
    }

    private int[] nodes(NodeRole role) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).role() == role)
                .toArray();
    }

    /** Parallel interactions of one user with one item count once; they lie next to each other in a row, but not across types. */
    private void count(int item) {
        List<RelationshipType> types = graph.schema().relationshipTypes(RelationshipRole.INTERACTION);
        IntStream.Builder users = IntStream.builder();
        for (RelationshipType type : types) {
            Neighbours row = graph.neighbours(type, Direction.IN).at(item);
            for (int i = 0; i < row.size(); i++) {
                users.add(row.node(i));
                firstMillis[item] = earlier(firstMillis[item], row.timeMillis(i));
            }
        }
        popularity[item] = (int) users.build().distinct().count();
    }

    private static long earlier(long known, long time) {
        return known == 0 ? time : time == 0 ? known : Math.min(known, time);
    }

    private int[] popularityRank() {
        List<Integer> byPopularity = IntStream.of(items)
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) -> -popularity[item])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int[] ranks = new int[graph.nodeCount()];
        for (int rank = 0; rank < byPopularity.size(); rank++) {
            ranks[byPopularity.get(rank)] = rank;
        }
        return ranks;
    }

    /** All items, ascending; a copy. */
    public int[] items() {
        return items.clone();
    }

    public int itemCount() {
        return items.length;
    }

    public int userCount() {
        return userCount;
    }

    /** How many users liked the item in the train graph. */
    public int popularity(int item) {
        return popularity[item];
    }

    /** The item's place among all items by {@link #popularity}, counted from 0; ties by node number. */
    public int popularityRank(int item) {
        return popularityRank[item];
    }

    /** The first dated interaction with the item in the train graph, in milliseconds since 1970; 0 if there is none. */
    public long firstMillis(int item) {
        return firstMillis[item];
    }

    /** Whether nobody liked the item in the train graph. */
    public boolean isNew(int item) {
        return popularity[item] == 0;
    }
}
