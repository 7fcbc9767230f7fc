package dev.clew.core.vectors;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Recommender;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * The {@link InferredItems} of the latest states of a graph, for each model asked about it. A state not among them is made of the one before it.
 * Thread-safe.
 */
final class InferredStates {
    /** States kept: readers may still be at the last few. What states have in common they share. */
    private static final int MOST = 8;

    private final Map<Recommender, Deque<InferredItems>> byModel = new WeakHashMap<>();

    private InferredStates() {}

    /**
     * The items of this state that a model knows from their attributes.
     *
     * @param model the recommender that asks; always for the same vectors and encoder
     */
    static InferredItems of(RecommendationGraph graph, Recommender model, ItemVectors known, AttributeEncoder encoder) {
        return graph.derived(InferredStates.class, InferredStates::new).get(graph, model, known, encoder);
    }

    private InferredItems get(
            RecommendationGraph graph, Recommender model, ItemVectors known, AttributeEncoder encoder) {
        Deque<InferredItems> states = states(model);
        synchronized (states) {
            Optional<InferredItems> last = states.stream()
                    .filter(state -> state.version() <= graph.version())
                    .findFirst();
            if (last.isPresent() && last.get().version() == graph.version()) {
                return last.get();
            }
            InferredItems made = last.map(state -> state.in(graph, known, encoder))
                    .orElseGet(() -> InferredItems.of(graph, known, encoder));
            keep(states, made);
            return made;
        }
    }

    private synchronized Deque<InferredItems> states(Recommender model) {
        return byModel.computeIfAbsent(model, it -> new ArrayDeque<>());
    }

    /** Latest first; one that is older than all kept is not worth keeping. */
    private static void keep(Deque<InferredItems> states, InferredItems made) {
        if (states.isEmpty() || states.getFirst().version() < made.version()) {
            states.addFirst(made);
        }
        if (states.size() > MOST) {
            states.removeLast();
        }
    }
}
