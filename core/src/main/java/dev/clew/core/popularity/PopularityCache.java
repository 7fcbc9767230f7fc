package dev.clew.core.popularity;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was computed for a state of a graph, for as long as that state is in use: graphs are immutable, so it stays right, and held weakly,
 * so a state that commits have replaced goes. A state that commits made of one asked about lately is not counted anew: the items that
 * differ are, and the others' sums are taken over. Thread-safe.
 */
final class PopularityCache {
    /** Moments and settings kept for one state. Live requests ask for one; somebody replaying the past asks for many, once each. */
    private static final int MOST = 16;

    /** States whose sums may be taken over: the last one of a few graphs. */
    private static final int MOST_RECENT = 4;

    private final Map<RecommendationGraph, OfOneState> states = Collections.synchronizedMap(new WeakHashMap<>());
    private final Deque<OfOneState> recent = new ArrayDeque<>();

    ItemPopularity get(RecommendationGraph graph, long asOfMillis, PopularityParameters parameters) {
        return states.computeIfAbsent(graph, OfOneState::new).get(graph, asOfMillis, parameters);
    }

    /** A state counted before, and the items that differ. */
    private record Earlier(OfOneState state, BitSet changed) {}

    private synchronized Optional<Earlier> earlier(RecommendationGraph graph) {
        return recent.stream()
                .flatMap(state -> state.changed(graph).map(changed -> new Earlier(state, changed)).stream())
                .findFirst();
    }

    /** The state takes the place of the one it came from. */
    private synchronized void remember(OfOneState state, @Nullable OfOneState instead) {
        recent.remove(instead);
        recent.addFirst(state);
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
    }

    private final class OfOneState {
        /** Softly: to compare with the next state, but not at the price of memory that is needed. */
        private final SoftReference<RecommendationGraph> graph;

        private final Map<Key, ItemPopularity> computed = new ConcurrentHashMap<>();
        private final Map<Decay, ItemSums> sums = new ConcurrentHashMap<>();
        private @Nullable LatestTimes latest;
        private @Nullable Earlier earlier;

        OfOneState(RecommendationGraph graph) {
            this.graph = new SoftReference<>(graph);
        }

        ItemPopularity get(RecommendationGraph graph, long asOfMillis, PopularityParameters parameters) {
            LatestTimes times = latest(graph);
            Key key = new Key(Math.min(asOfMillis, times.latestMillis()), parameters);
            if (computed.size() >= MOST && !computed.containsKey(key)) {
                computed.clear();
            }
            return computed.computeIfAbsent(key, it -> ItemPopularity.at(it.atMillis(), graph, sums(graph, it), times));
        }

        private synchronized LatestTimes latest(RecommendationGraph graph) {
            LatestTimes known = latest;
            if (known == null) {
                Earlier before = earlier(graph).orElse(null);
                known = before == null ? LatestTimes.of(graph) : before.state().latestIn(graph, before.changed());
                latest = known;
                earlier = before;
                remember(this, before == null ? null : before.state());
            }
            return known;
        }

        private synchronized LatestTimes latestIn(RecommendationGraph other, BitSet changed) {
            return latest == null ? LatestTimes.of(other) : latest.in(other, changed);
        }

        /** Of one setting the sums can be taken over; then the earlier state is let go. */
        private synchronized ItemSums sums(RecommendationGraph graph, Key key) {
            Decay decay = Decay.at(key.atMillis(), key.parameters());
            Earlier before = earlier;
            earlier = null;
            ItemSums taken = before == null ? null : before.state().sums.get(decay);
            if (sums.size() >= MOST && !sums.containsKey(decay)) {
                sums.clear();
            }
            return sums.computeIfAbsent(
                    decay,
                    it -> before == null || taken == null ? ItemSums.of(graph, it) : taken.in(graph, before.changed()));
        }

        Optional<BitSet> changed(RecommendationGraph later) {
            return graph.get() instanceof GraphSnapshot mine && later instanceof GraphSnapshot theirs
                    ? theirs.changedSince(mine, RelationshipRole.INTERACTION, Direction.IN)
                    : Optional.empty();
        }
    }

    private record Key(long atMillis, PopularityParameters parameters) {}
}
