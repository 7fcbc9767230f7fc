package dev.clew.core.pagerank;

import dev.clew.core.chain.Seeds;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.LedgerBudget;
import dev.clew.core.recommend.Pace;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.TopK;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;

/**
 * Scores items by the chance that a walk from what the user did is there when it ends: personalised PageRank, approximated by {@link ForwardPush} from the
 * {@link Seeds} of the user's history. Nothing is fitted; the graph of the query is walked. An item's score is {@link ForwardPush#score}, nearer to the PageRank than the estimate
 * alone. While that leads to fewer items than are asked for, the tolerance is lowered tenfold.
 *
 * <p>The ledger is attributed: shares of walks sum to the score exactly, but a walk's probability has the degrees of its nodes in it, so nothing is claimed about masking.
 */
final class PageRankRecommender implements Recommender {
    private static final Pace PACE = new Pace(System::nanoTime);

    private final PageRankParameters parameters;
    private final double[] typeWeights;
    private final Pace pace;

    PageRankRecommender(GraphSchema schema, PageRankParameters parameters) {
        this(schema, parameters, PACE);
    }

    /** For tests that turn the clock themselves. */
    PageRankRecommender(GraphSchema schema, PageRankParameters parameters, Pace pace) {
        this.pace = pace;
        this.parameters = parameters;
        this.typeWeights = parameters.weights().byIndex(schema);
    }

    @Override
    public String name() {
        return PageRankProvider.NAME;
    }

    @Override
    public LedgerClass ledgerClass() {
        return LedgerClass.ATTRIBUTED;
    }

    /** Whether the user likes something by a relationship that is walked: walks from what they reject lead only away. */
    @Override
    public boolean canServe(History history) {
        return history.actions().stream().anyMatch(it -> it.weight() > 0 && typeWeights[it.typeIndex()] > 0);
    }

    @Override
    public Answer recommend(RecommendationGraph graph, Query query) {
        WorkMeter meter = new WorkMeter(query.budget(), pace);
        Seeds seeds = Seeds.of(query.history(), typeWeights, graph.nodeCount());
        LedgerBudget ledgers = new LedgerBudget(meter, query.withLedger() ? query.k() : 0);
        try (ForwardPush push = ForwardPush.run(graph, parameters, seeds.masses(), meter)) {
            List<Recommendation> best = best(graph, query, push);
            meter.reserve(0);
            if (query.withLedger()) {
                InFlows inFlows = new InFlows(graph, parameters, query.history().user(), seeds, push);
                best = explained(best, inFlows, ledgers);
            }
            meter.answerIsMade();
            return new Answer(name(), graph.version(), meter.stoppedBy(), meter.workDone(), best);
        }
    }

    /** Many actions share the seed mass, and what stands for a thousandth of it may lead no further than to what was acted on. */
    private static List<Recommendation> best(RecommendationGraph graph, Query query, ForwardPush push) {
        List<Recommendation> best = ranked(graph, query, push);
        while (best.size() < query.k() && push.lowerTolerance()) {
            best = ranked(graph, query, push);
        }
        return best;
    }

    private static List<Recommendation> ranked(RecommendationGraph graph, Query query, ForwardPush push) {
        TopK top = TopK.offering(graph, query);
        push.visitScoresFrom(top.bar(), top.leftOut(), (node, score) -> {
            top.offer(node, score);
            return top.bar();
        });
        return top.bestFirst();
    }

    private static List<Recommendation> explained(List<Recommendation> best, InFlows inFlows, LedgerBudget budget) {
        return best.stream()
                .map(it -> new Recommendation(it.item(), it.score(), inFlows.ledger(it.item(), budget)))
                .toList();
    }

    @Override
    public Ledger explain(RecommendationGraph graph, Query query, int item) {
        WorkMeter meter = new WorkMeter(query.budget(), pace);
        Seeds seeds = Seeds.of(query.history(), typeWeights, graph.nodeCount());
        try (ForwardPush push = ForwardPush.run(graph, parameters, seeds.masses(), meter)) {
            best(graph, query, push);
            return new InFlows(graph, parameters, query.history().user(), seeds, push)
                    .ledger(item, LedgerBudget.unlimited());
        }
    }
}
