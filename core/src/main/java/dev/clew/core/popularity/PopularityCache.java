package dev.clew.core.popularity;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was computed for a state of a graph, for as long as that state is in use: graphs are immutable, so it stays right, and held weakly,
 * so a state that commits have replaced goes. Thread-safe.
 */
final class PopularityCache {
    /** Moments and settings kept for one state. Live requests ask for one; somebody replaying the past asks for many, once each. */
    private static final int MOST = 16;

    private final Map<RecommendationGraph, OfOneState> states = Collections.synchronizedMap(new WeakHashMap<>());

    ItemPopularity get(RecommendationGraph graph, long asOfMillis, PopularityParameters parameters) {
        return states.computeIfAbsent(graph, it -> new OfOneState()).get(graph, asOfMillis, parameters);
    }

    /** Does not refer to the graph: that would keep it. */
    private static final class OfOneState {
        private static final long UNKNOWN = -1;

        private final Map<Key, ItemPopularity> computed = new ConcurrentHashMap<>();
        private long latestMillis = UNKNOWN;

        ItemPopularity get(RecommendationGraph graph, long asOfMillis, PopularityParameters parameters) {
            Key key = new Key(Math.min(asOfMillis, latest(graph)), parameters);
            if (computed.size() >= MOST && !computed.containsKey(key)) {
                computed.clear();
            }
            return computed.computeIfAbsent(key, it -> ItemPopularity.of(graph, it.atMillis(), parameters));
        }

        private synchronized long latest(RecommendationGraph graph) {
            if (latestMillis == UNKNOWN) {
                latestMillis = latestMillis(graph);
            }
            return latestMillis;
        }
    }

    private record Key(long atMillis, PopularityParameters parameters) {}

    /** The time of the latest positive interaction, 0 if no time is known. Cost: O(nodes + interactions). */
    private static long latestMillis(RecommendationGraph graph) {
        long latest = 0;
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.INTERACTION)) {
            Neighbours row = graph.neighbours(type, Direction.OUT);
            for (int user = 0; user < graph.nodeCount(); user++) {
                row.at(user);
                for (int i = 0; i < row.size(); i++) {
                    latest = Math.max(latest, row.timeMillis(i));
                }
            }
        }
        return latest;
    }
}
