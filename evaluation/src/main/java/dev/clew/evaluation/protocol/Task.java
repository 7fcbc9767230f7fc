package dev.clew.evaluation.protocol;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.History;
import dev.clew.core.split.HeldOut;

/**
 * What is asked of every recommender.
 *
 * @param name the protocol's label, and the validation proxy's if this is not the test part
 * @param train what is learned from
 * @param histories where the history of a user who asks is read; the train graph itself unless whole users are held out
 * @param foldIn whether those who ask are unknown to the train graph and bring their history along
 * @param relevant what is to be found
 * @param asOfMillis the moment asked about
 */
public record Task(
        String name, GraphSnapshot train, GraphSnapshot histories, boolean foldIn, HeldOut relevant, long asOfMillis) {

    /** What the user is known to have done when asking. */
    public History history(int user) {
        History history = History.of(histories, user);
        return foldIn ? new History(RecommendationGraph.NO_NODE, history.actions(), history.older()) : history;
    }
}
