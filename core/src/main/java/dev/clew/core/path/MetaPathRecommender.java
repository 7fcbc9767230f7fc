package dev.clew.core.path;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Explain;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.LedgerBudget;
import dev.clew.core.recommend.Pace;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.StoppedBy;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;

/**
 * Scores items by the walks that lead to them from what the user did, along {@linkplain MetaPath meta-paths}.
 *
 * <p>With a(h) the signed weight of an action on item h, A the sum of the magnitudes of all of them, w(xy) the weight of a relationship
 * and W_r(x) the sum of the weights of x's relationships of step r's type in its walking direction (W'_r(x): against it):
 *
 * <pre>{@code
 * score(t) = sum over paths p, actions h, walks h = x0 -r1- x1 ... -rn- xn = t along p:
 *            weight(p) * a(h) / A * prod_i w(x_{i-1} x_i) / W_ri(x_{i-1})^e_i / W'_rn(t)^candidateExponent
 * e_1 = historyExponent, e_i = degreeExponent after that
 * }</pre>
 *
 * No walk passes through the asking user: their own relationships are the history and must not come in twice, although they count in the
 * degrees of others. An action on an item that is rejected has a negative weight and so speaks against what is near; the items acted on are
 * themselves never recommended. An item asked about by {@link #explain} that was acted on has a score nevertheless.
 *
 * <p>Sources: path-constrained random walks of Lao and Cohen, Relational retrieval using a combination of path-constrained random walks,
 * Machine Learning 2010; the co-interaction path is the random-walk kernel RP3-beta of Paudel et al., Updatable, accurate, diverse, and
 * scalable recommendations for interactive applications, TiiS 2017. Differs: one exponent tempers all steps, another the candidate.
 *
 * <p>Ledger: {@link LedgerClass#LINEAR}, one {@link dev.clew.core.ledger.PathContribution} a walk; for {@link Explain#SHORT} the largest
 * {@linkplain WalkGroups group of walks} and the sum of the others. {@link #explain} ignores the budget: its
 * sum is the item's complete score. An answer that its budget cut short holds the scores of the walks summed so far; in its ledgers a
 * {@link BaselineContribution} names the difference to the complete sum.
 *
 * <p>Cost of an answer: see {@link WalkScores}; of a ledger: see {@link WalkFinder}.
 */
public final class MetaPathRecommender implements Recommender {
    private static final Pace PACE = new Pace(System::nanoTime);

    static final String LEFT_OUT = "walks not looked at before the budget ended";

    private final String name;
    private final List<WeightedPath> paths;
    private final MetaPathParameters parameters;
    private final Pace pace;

    /**
     * @param name what callers ask for it by
     * @param paths to walk, in this order
     * @throws IllegalArgumentException if a weight is given for a path that is not among them
     */
    MetaPathRecommender(String name, List<MetaPath> paths, MetaPathParameters parameters) {
        this(name, paths, parameters, PACE);
    }

    /** For tests that turn the clock themselves. */
    MetaPathRecommender(String name, List<MetaPath> paths, MetaPathParameters parameters, Pace pace) {
        this.name = name;
        parameters.checkNames(paths);
        this.paths = WeightedPath.of(paths, parameters);
        this.parameters = parameters;
        this.pace = pace;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LedgerClass ledgerClass() {
        return LedgerClass.LINEAR;
    }

    /** Somebody who liked something: rejections alone lead to no item with a score above 0. */
    @Override
    public boolean canServe(History history) {
        return history.hasLikes();
    }

    @Override
    public Answer recommend(RecommendationGraph graph, Query query) {
        WorkMeter meter = new WorkMeter(query.budget(), pace);
        LedgerBudget ledgers = new LedgerBudget(meter, query.withLedger() ? query.k() : 0);
        Best best = best(graph, query, meter);
        List<Recommendation> items = best.items();
        if (query.withLedger()) {
            boolean cut = meter.stoppedBy() != StoppedBy.COMPLETE;
            items = explained(graph, query, best, cut, ledgers);
        }
        meter.answerIsMade();
        return new Answer(name, graph.version(), meter.stoppedBy(), meter.workDone(), items);
    }

    /** The best items, and the rows that are in their scores. */
    private record Best(List<Recommendation> items, List<WalkScores.UsedRow> rows) {}

    private Best best(RecommendationGraph graph, Query query, WorkMeter meter) {
        try (WalkScores scores = new WalkScores(graph, query.history(), parameters, meter)) {
            return new Best(scores.best(paths, query), scores.usedRows());
        } finally {
            meter.reserve(0);
        }
    }

    private List<Recommendation> explained(
            RecommendationGraph graph, Query query, Best best, boolean cut, LedgerBudget budget) {
        if (query.explain() == Explain.FULL) {
            WalkFinder finder = new WalkFinder(graph, query.history(), parameters, budget);
            return best.items().stream()
                    .map(item -> explained(item, cut, finder, budget))
                    .toList();
        }
        WalkGroups groups = new WalkGroups(graph, query.history(), parameters, paths, best.rows(), budget);
        return best.items().stream()
                .map(item -> new Recommendation(item.item(), item.score(), groups.ledger(item, cut)))
                .toList();
    }

    private Recommendation explained(Recommendation item, boolean cut, WalkFinder finder, LedgerBudget budget) {
        budget.nextItem();
        List<Contribution> walks = finder.walksTo(item.item(), paths);
        if (cut || finder.isStopped()) {
            walks.add(new BaselineContribution(LEFT_OUT, item.score() - sum(walks)));
        }
        return new Recommendation(item.item(), item.score(), new Ledger(item.score(), walks));
    }

    @Override
    public Ledger explain(RecommendationGraph graph, Query query, int item) {
        List<Contribution> walks = walks(graph, query.history(), item);
        return new Ledger(sum(walks), walks);
    }

    private List<Contribution> walks(RecommendationGraph graph, History history, int item) {
        return new WalkFinder(graph, history, parameters).walksTo(item, paths);
    }

    private static double sum(List<Contribution> contributions) {
        return contributions.stream().mapToDouble(Contribution::value).sum();
    }
}
