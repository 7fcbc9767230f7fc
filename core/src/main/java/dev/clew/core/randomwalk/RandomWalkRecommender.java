package dev.clew.core.randomwalk;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Pace;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.StoppedBy;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Estimates personalised PageRank by random walks with restart:
 *
 * <pre>{@code
 * pi(t) = alpha * sum over k of (1 - alpha)^k * (s P^k)(t)
 * }</pre>
 *
 * with the seeds s and the chain P of {@code personalized-pagerank}, whose scores are the limit of these. As there, walks start at the items acted on, with the actions' signed
 * weights, and not at the asking user, whose own node may be walked over like any other user's.
 *
 * <p>The terms of k up to 2 are summed where that is cheap (see {@link ExactSteps}), and in the end those of 3 and 4 for the items that may be among the best, where the graph is not too large (see
 * {@link PulledSteps}). The rest is drawn: walks that begin evenly spread over the seeds, end by chance, and share out their last
 * step instead of drawing it (see {@link GroupOfWalks} and {@link RandomSteps}). Each of these leaves the mean of the estimate what it is, pi(t), and takes away from its variance. The numbers are drawn by
 * counting from the query's seed, so the same query gives the same bytes.
 *
 * <p>Walking ends when the order of the best is certain enough ({@link StoppedBy#CONFIDENT}; {@link Separation} says what is claimed and why it holds), after {@code maxWalks} ({@link StoppedBy#COMPLETE}), or with the
 * budget. Nothing is claimed of the order in the last two cases, nor with {@code multiHitBoost} (see {@link BoostedScores}), which changes what is estimated.
 *
 * <p>Sources: Eksombatchai et al., Pixie: A System for Recommending 3+ Billion Items to 200+ Million Users in Real-Time, WWW 2018: walks with restart, weighted seeds, early stop, boost. Differs: Pixie stops when enough
 * items were visited often enough, which bounds no error. Wang et al., FORA: Simple and Effective Approximate Single-Source Personalized PageRank, KDD 2017: exact steps first, then walks.
 *
 * <p>Cost: O(1) for each relationship of the first two steps, at most some million; O(1 / alpha) steps a walk and at most {@value Block#MOST} relationships of each type where it ends; the relationships of the items
 * refined and of their neighbours. Memory for the items reached and the walks.
 *
 * <p>Ledger: {@link LedgerClass#ATTRIBUTED}: exact paths of up to two steps, and the shares of longer walks summed for each action they start from. {@link #explain} with a limit on work does not stop
 * early: with {@code workDone} of an answer as the limit, the score is the one it had in that answer, unless the budget ended while that answer was refining its items.
 */
final class RandomWalkRecommender implements Recommender {
    private static final Pace PACE = new Pace(System::nanoTime);

    private final RandomWalkParameters parameters;
    private final double[] typeWeights;
    private final Pace pace;
    private final long mostPushed;

    RandomWalkRecommender(GraphSchema schema, RandomWalkParameters parameters) {
        this(schema, parameters, PACE, ExactSteps.MOST_PUSHED);
    }

    /** For tests that turn the clock themselves, or that want steps drawn that are cheap to sum. */
    RandomWalkRecommender(GraphSchema schema, RandomWalkParameters parameters, Pace pace, long mostPushed) {
        this.parameters = parameters;
        this.typeWeights = parameters.typeWeights().byIndex(schema);
        this.pace = pace;
        this.mostPushed = mostPushed;
    }

    @Override
    public String name() {
        return RandomWalkProvider.NAME;
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
        try (RandomWalks walks = new RandomWalks(graph, parameters, query, meter, mostPushed, query.withLedger())) {
            walks.run();
            List<Recommendation> best = query.withLedger() ? explained(walks) : walks.best();
            meter.answerIsMade();
            StoppedBy stoppedBy = walks.isConfident() ? StoppedBy.CONFIDENT : meter.stoppedBy();
            return new Answer(name(), graph.version(), stoppedBy, meter.workDone(), best);
        }
    }

    private static List<Recommendation> explained(RandomWalks walks) {
        List<Recommendation> best = walks.best();
        List<Ledger> ledgers =
                walks.ledgers(best.stream().map(Recommendation::item).toList());
        return IntStream.range(0, best.size())
                .mapToObj(
                        i -> new Recommendation(best.get(i).item(), best.get(i).score(), ledgers.get(i)))
                .toList();
    }

    @Override
    public Ledger explain(RecommendationGraph graph, Query query, int item) {
        WorkMeter meter = new WorkMeter(query.budget(), pace);
        try (RandomWalks walks = new RandomWalks(graph, parameters, query, meter, mostPushed, true)) {
            walks.runFor(item, query.budget().maxBatches() == Long.MAX_VALUE);
            return walks.ledgers(List.of(item)).get(0);
        }
    }
}
