package dev.clew.core.popularity;

import dev.clew.core.graph.RecommendationGraph;
import java.util.Arrays;
import java.util.BitSet;

/** When each item was last acted on in one state of a graph; 0 where that is not known. Written once, then only read. */
final class LatestTimes {
    private final long[] millis;
    private final long latestMillis;

    private LatestTimes(long[] millis) {
        this.millis = millis;
        this.latestMillis = Arrays.stream(millis).max().orElse(0);
    }

    /** Cost: O(nodes + interactions). */
    static LatestTimes of(RecommendationGraph graph) {
        return new LatestTimes(new long[0]).in(graph, ItemSums.all(graph));
    }

    /** The times in another state of the graph. Cost: O(nodes), and O(interactions) for items that have changed. */
    LatestTimes in(RecommendationGraph graph, BitSet changed) {
        long[] next = Arrays.copyOf(millis, graph.nodeCount());
        ItemRows rows = new ItemRows(graph);
        changed.stream().forEach(item -> {
            next[item] = 0;
            rows.forEach(item, (weight, time) -> next[item] = Math.max(next[item], time));
        });
        return new LatestTimes(next);
    }

    long ofItem(int item) {
        return millis[item];
    }

    /** The latest of all. */
    long latestMillis() {
        return latestMillis;
    }
}
