package dev.clew.core.vectors;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.TopK;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Scores items by trained vectors, the user folded in from what they did:
 *
 * <pre>{@code
 * u = sum over actions h: a(h) * history(h)        score(t) = u . candidate(t) + filter(t)
 * }</pre>
 *
 * with a(h) the signed weight of an action and, if wanted, the {@link CoInteractionFilter}. So a new user, a new action and a removed one are
 * right at once; an item that the model does not know has the filter's score alone.
 *
 * <p>Scoring is exact over the whole catalogue; see {@link VectorSearch} for why it does not look at all of it. An answer that its budget cut
 * short holds complete scores of fewer items.
 *
 * <p>Ledger: {@link LedgerClass#LINEAR}, one {@link dev.clew.core.ledger.ActionContribution} an action.
 *
 * <p>Cost: O((actions + items) * dimension) at worst, and the filter's.
 */
public final class VectorRecommender implements Recommender {
    private final String name;
    private final ItemVectors vectors;
    private final CandidateBounds bounds;
    private final FilterParameters filter;
    private final LongSupplier nanoTime;

    public VectorRecommender(String name, ItemVectors vectors) {
        this(name, vectors, FilterParameters.NONE);
    }

    public VectorRecommender(String name, ItemVectors vectors, FilterParameters filter) {
        this(name, vectors, filter, System::nanoTime);
    }

    /** For tests that turn the clock themselves. */
    VectorRecommender(String name, ItemVectors vectors, FilterParameters filter, LongSupplier nanoTime) {
        this.name = name;
        this.vectors = vectors;
        this.bounds = new CandidateBounds(vectors.candidate());
        this.filter = filter;
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return name;
    }

    /** What the model knows of items. */
    public ItemVectors vectors() {
        return vectors;
    }

    /** What is added to the vectors' products. */
    public FilterParameters filter() {
        return filter;
    }

    @Override
    public LedgerClass ledgerClass() {
        return LedgerClass.LINEAR;
    }

    /** Somebody who liked an item that has a vector, or anything at all where there is a filter. */
    @Override
    public boolean canServe(History history) {
        return history.actions().stream()
                .anyMatch(action -> action.weight() > 0
                        && (filter.weight() > 0 || vectors.row(action.item()) != ItemVectors.UNKNOWN));
    }

    @Override
    public Answer recommend(RecommendationGraph graph, Query query) {
        WorkMeter meter = new WorkMeter(query.budget(), nanoTime);
        List<Recommendation> items = best(graph, query, meter);
        if (query.withLedger()) {
            items = items.stream().map(item -> explained(graph, query, item)).toList();
        }
        return new Answer(name, graph.version(), meter.stoppedBy(), meter.workDone(), items);
    }

    private List<Recommendation> best(RecommendationGraph graph, Query query, WorkMeter meter) {
        List<Action> actions = query.history().signed();
        TopK top = TopK.offering(graph, query);
        UserVector user = UserVector.of(vectors, actions, meter);
        if (!user.isComplete()) {
            return List.of();
        }
        VectorSearch search = new VectorSearch(vectors, bounds, user, meter);
        if (filter.weight() == 0) {
            search.offerTo(top, node -> 0, 0);
        } else {
            searchWithFilter(graph, query, meter, search, top);
        }
        return top.bestFirst();
    }

    private void searchWithFilter(
            RecommendationGraph graph, Query query, WorkMeter meter, VectorSearch search, TopK top) {
        try (CoInteractionFilter close = new CoInteractionFilter(graph, query.history(), filter)) {
            if (!close.sum(query.history().signed(), meter)) {
                return;
            }
            double[] base = new double[vectors.size()];
            double most = 0;
            int count = close.list();
            for (int i = 0; i < count; i++) {
                int item = close.item(i);
                double score = close.score(item);
                int row = vectors.row(item);
                if (row == ItemVectors.UNKNOWN) {
                    top.offer(item, score);
                } else {
                    base[row] = score;
                    most = Math.max(most, score);
                }
            }
            search.offerTo(top, node -> base[vectors.row(node)], most);
        }
    }

    private Recommendation explained(RecommendationGraph graph, Query query, Recommendation item) {
        return new Recommendation(item.item(), item.score(), explain(graph, query, item.item()));
    }

    /** Ignores the budget: the sum is the item's complete score. */
    @Override
    public Ledger explain(RecommendationGraph graph, Query query, int item) {
        int row = vectors.row(item);
        if (filter.weight() == 0) {
            return ActionLedger.of(query.history(), acted -> kernel(acted, row));
        }
        try (CoInteractionFilter close = new CoInteractionFilter(graph, query.history(), filter)) {
            close.lookBackFrom(item);
            return ActionLedger.of(query.history(), acted -> kernel(acted, row) + close.share(acted, item));
        }
    }

    private double kernel(int actedItem, int row) {
        int actedRow = vectors.row(actedItem);
        boolean known = row != ItemVectors.UNKNOWN && actedRow != ItemVectors.UNKNOWN;
        return known ? vectors.kernel(actedRow, row) : 0;
    }
}
