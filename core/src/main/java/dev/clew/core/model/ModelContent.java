package dev.clew.core.model;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Recommender;

/** The numbers that a model has learned, by the item's place among its {@link ItemKeys}. */
public sealed interface ModelContent permits VectorContent, RowContent {
    /** How many items it has numbers of. */
    int items();

    /** Length of the item vectors; 0 if there are none. */
    int dimension();

    /**
     * Makes the recommender that was trained.
     *
     * @param nodes the item's node number for each place, {@link RecommendationGraph#NO_NODE} for those that are gone
     */
    Recommender bind(String name, int[] nodes);
}
