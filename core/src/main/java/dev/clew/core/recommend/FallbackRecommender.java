package dev.clew.core.recommend;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;

/** Asks the first recommender that can serve the history; the last one must be able to serve any. */
public record FallbackRecommender(Recommender preferred, Recommender fallback) implements Recommender {

    /** Which of the two answers for this history. */
    public Recommender serving(History history) {
        return preferred.canServe(history) ? preferred : fallback;
    }

    @Override
    public String name() {
        return preferred.name();
    }

    /** What holds of both: {@link LedgerClass#LINEAR} only if both are. */
    @Override
    public LedgerClass ledgerClass() {
        return preferred.ledgerClass() == LedgerClass.LINEAR ? fallback.ledgerClass() : LedgerClass.ATTRIBUTED;
    }

    @Override
    public boolean canServe(History history) {
        return preferred.canServe(history) || fallback.canServe(history);
    }

    @Override
    public Answer recommend(RecommendationGraph graph, Query query) {
        return serving(query.history()).recommend(graph, query);
    }

    @Override
    public Ledger explain(RecommendationGraph graph, Query query, int item) {
        return serving(query.history()).explain(graph, query, item);
    }
}
