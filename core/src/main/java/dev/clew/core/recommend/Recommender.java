package dev.clew.core.recommend;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;

/** Answers queries over any state of the graph it was fitted for. Thread-safe. */
public interface Recommender {
    /** The name callers ask for it by. */
    String name();

    LedgerClass ledgerClass();

    /** Whether it has something to go by for this history; if not, a fallback answers. */
    boolean canServe(History history);

    /**
     * The best items for the query. Items acted on, unavailable or not a candidate are not in it.
     *
     * @return at most k items, all with a score above 0
     */
    Answer recommend(RecommendationGraph graph, Query query);

    /**
     * What the item's score for this query is the sum of, in full. The item's score is the one {@link #recommend} gives it, whatever its
     * rank.
     */
    Ledger explain(RecommendationGraph graph, Query query, int item);
}
