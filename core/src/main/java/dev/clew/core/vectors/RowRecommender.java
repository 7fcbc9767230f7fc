package dev.clew.core.vectors;

import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.TopK;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;

/**
 * Scores items by the rows of an item-item kernel, {@code score(t) = sum over actions h: a(h) * K(h, t)}, with a(h) the signed weight of an
 * action.
 *
 * <p>Ledger: {@link LedgerClass#LINEAR}, one {@link dev.clew.core.ledger.ActionContribution} an action. An answer that its budget cut short
 * is empty: half of the rows would rank what half of the user likes.
 *
 * <p>Cost: the entries of the rows of the items acted on.
 */
public final class RowRecommender implements Recommender {
    private static final NodeScoresPool POOL = new NodeScoresPool();

    private final String name;
    private final ItemRows rows;

    public RowRecommender(String name, ItemRows rows) {
        this.name = name;
        this.rows = rows;
    }

    @Override
    public String name() {
        return name;
    }

    /** What it sums. */
    public ItemRows rows() {
        return rows;
    }

    @Override
    public LedgerClass ledgerClass() {
        return LedgerClass.LINEAR;
    }

    /** Somebody who liked an item that has a row. */
    @Override
    public boolean canServe(History history) {
        return history.actions().stream().anyMatch(action -> action.weight() > 0 && rows.knows(action.item()));
    }

    @Override
    public Answer recommend(RecommendationGraph graph, Query query) {
        WorkMeter meter = new WorkMeter(query.budget());
        List<Recommendation> items = best(graph, query, meter);
        if (query.withLedger()) {
            items = items.stream().map(item -> explained(graph, query, item)).toList();
        }
        return new Answer(name, graph.version(), meter.stoppedBy(), meter.workDone(), items);
    }

    private List<Recommendation> best(RecommendationGraph graph, Query query, WorkMeter meter) {
        NodeScores sums = POOL.borrow(graph.nodeCount());
        try {
            return sum(query.history(), sums, meter) ? TopK.of(graph, query, sums) : List.of();
        } finally {
            POOL.giveBack(sums);
        }
    }

    private boolean sum(History history, NodeScores sums, WorkMeter meter) {
        for (Action action : history.signed()) {
            int end = rows.end(action.item());
            for (int from = rows.start(action.item()); from < end; from += Budget.BATCH) {
                int to = Math.min(end, from + Budget.BATCH);
                if (!meter.spend(to - from)) {
                    return false;
                }
                add(sums, action.weight(), from, to);
            }
        }
        return true;
    }

    private void add(NodeScores sums, double weight, int from, int to) {
        for (int entry = from; entry < to; entry++) {
            sums.add(rows.candidate(entry), weight * rows.value(entry));
        }
    }

    private Recommendation explained(RecommendationGraph graph, Query query, Recommendation item) {
        return new Recommendation(item.item(), item.score(), explain(graph, query, item.item()));
    }

    /** Ignores the budget: the sum is the item's complete score. */
    @Override
    public Ledger explain(RecommendationGraph graph, Query query, int item) {
        return ActionLedger.of(query.history(), acted -> rows.kernel(acted, item));
    }
}
