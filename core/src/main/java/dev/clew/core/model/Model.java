package dev.clew.core.model;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.vectors.RowRecommender;
import dev.clew.core.vectors.VectorRecommender;

/**
 * A trained recommender on its own: what it learned of which items, by their declared keys. It can be kept, sent and bound to any graph with
 * such items.
 *
 * @param recommender the name callers ask for it by
 * @param items the item at each place of the content
 */
public record Model(String recommender, ItemKeys items, ModelContent content) {
    public Model {
        if (items.size() != content.items()) {
            throw new IllegalArgumentException(
                    "A model of " + content.items() + " items must have as many keys, not " + items.size() + ".");
        }
    }

    /**
     * What a recommender has learned.
     *
     * @param graph the one it was trained on
     * @throws IllegalArgumentException if it is of a kind that learns nothing and reads the graph as it is
     */
    public static Model of(Recommender trained, RecommendationGraph graph) {
        if (trained instanceof VectorRecommender vectors) {
            return VectorContent.of(vectors, graph);
        }
        if (trained instanceof RowRecommender rows) {
            return RowContent.of(rows, graph);
        }
        throw new IllegalArgumentException("recommender (" + trained.name()
                + ") has nothing to keep: it reads the graph as it is and can be asked without training.");
    }

    /**
     * Makes the recommender over a graph. Items of the model that are not there are left out. The recommender answers for any state that commits
     * make of this one; a graph built anew numbers its nodes anew, so bind again.
     *
     * @throws IllegalArgumentException if the graph's items have keys of another type
     */
    public Recommender bind(RecommendationGraph graph) {
        return content.bind(recommender, items.nodes(graph));
    }
}
