package dev.clew.core.popularity;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.ledger.PopularityContribution;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.StoppedBy;
import dev.clew.core.recommend.TopK;
import java.util.List;

/**
 * Scores items by everybody's positive interactions, recent ones more:
 *
 * <pre>{@code
 * score(t) = sum over positive interactions with t up to the moment T: weight * 2^(-(T - time) / halfLife)
 * }</pre>
 *
 * T is the query's moment, or the graph's latest interaction if that is earlier: from then on every score shrinks by the same factor, so
 * the ranking stays, and a data set of twenty years ago does not fade to zero. An interaction after T does not count. One whose time is not
 * known counts in full at any moment, and with {@code halfLifeDays} 0 every one does.
 *
 * <p>The history matters only in that items acted on are left out. It serves everybody, which makes it the fallback.
 *
 * <p>Ledger: one {@link PopularityContribution}. It cites no relationship, so what {@link LedgerClass#LINEAR} claims of those cited holds.
 *
 * <p>Cost: O(nodes + interactions) for the first answer on a graph; O(nodes) and the interactions of the items concerned for the first after a
 * commit; O(items) for the others. The budget is not looked at and no work is counted: the scores of a state are computed once for all
 * who ask.
 */
public final class PopularityRecommender implements Recommender {
    static final String NAME = "popularity";

    private final PopularityParameters parameters;
    private final PopularityCache cache;

    public PopularityRecommender(PopularityParameters parameters) {
        this(parameters, new PopularityCache());
    }

    PopularityRecommender(PopularityParameters parameters, PopularityCache cache) {
        this.parameters = parameters;
        this.cache = cache;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LedgerClass ledgerClass() {
        return LedgerClass.LINEAR;
    }

    @Override
    public boolean canServe(History history) {
        return true;
    }

    @Override
    public Answer recommend(RecommendationGraph graph, Query query) {
        ItemPopularity popularity = popularity(graph, query);
        List<Recommendation> items = TopK.of(graph, query, popularity.scores());
        if (query.withLedger()) {
            items = items.stream().map(item -> explained(popularity, item)).toList();
        }
        return new Answer(NAME, graph.version(), StoppedBy.COMPLETE, 0, items);
    }

    private static Recommendation explained(ItemPopularity popularity, Recommendation item) {
        return new Recommendation(item.item(), item.score(), ledger(popularity, item.item()));
    }

    @Override
    public Ledger explain(RecommendationGraph graph, Query query, int item) {
        return ledger(popularity(graph, query), item);
    }

    private ItemPopularity popularity(RecommendationGraph graph, Query query) {
        return cache.get(graph, query.asOfMillis(), parameters);
    }

    private static Ledger ledger(ItemPopularity popularity, int item) {
        double score = popularity.score(item);
        return new Ledger(score, List.of(new PopularityContribution(item, popularity.interactions(item), score)));
    }
}
