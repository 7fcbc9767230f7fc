package dev.clew.core.randomwalk;

import dev.clew.core.chain.Seeds;
import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.TopK;
import dev.clew.core.recommend.WorkMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The walks for one query, in groups. A group that the meter does not let come to its end leaves nothing, so what is known is always that of whole groups.
 * All starts share a group of {@value #GROUP} walks, and the order is looked at after 4, 8, 16, ... groups and when items were refined; where hits from several starts are boosted, each start has one group of its own.
 *
 * <p>One answer, one thread.
 */
final class RandomWalks implements AutoCloseable {
    static final int GROUP = 1024;
    private static final int FIRST_LOOK = 4;
    /** Items refined beside as many as are wanted: lists are the same with three times as many. */
    private static final int REFINED = 40;
    /** Time for one of the sums among which the best are looked for. */
    static final long RANKING_NANOS = 20;
    /** The same for looking whether their order is certain, too. */
    private static final long LOOKING_NANOS = 25;
    /** Time for adding what a group left, mostly a third of a million shares. */
    private static final long ADDING_NANOS = 3_000_000;

    private final RecommendationGraph graph;
    private final RandomWalkParameters parameters;
    private final Query query;
    private final double alpha;
    private final Transitions transitions;
    private final RandomSteps steps;
    private final ExactSteps exact;
    private final WorkMeter meter;
    private final StartTable table;
    private final GroupOfWalks group;
    private final WalkEstimate estimate;
    private final BoostedScores boosted;
    private final boolean withLedger;
    /** Whether the third and fourth step are summed for the best in the end, see {@link #refine}. */
    private final boolean refines;
    /** The mass that is two steps from the starts that are summed. */
    private final NodeScores afterTwo;

    private final List<Deposits> kept = new ArrayList<>();
    private Deposits deposits = new Deposits();
    /** The best, once their order is certain enough. */
    private @Nullable List<Recommendation> certain;

    /**
     * @param mostPushed see {@link ExactSteps}
     * @param withLedger whether ledgers will be asked for
     */
    RandomWalks(
            RecommendationGraph graph,
            RandomWalkParameters parameters,
            Query query,
            WorkMeter meter,
            long mostPushed,
            boolean withLedger) {
        this.graph = graph;
        this.parameters = parameters;
        this.query = query;
        this.meter = meter;
        this.withLedger = withLedger;
        this.alpha = parameters.restartProbability();
        WalkRandom random = new WalkRandom(query.seed());
        this.transitions = new Transitions(graph, parameters.typeWeights());
        this.steps = new RandomSteps(graph, transitions, random, meter);
        this.exact = new ExactSteps(graph, alpha, transitions, steps, meter, mostPushed);
        double[] typeWeights = parameters.typeWeights().byIndex(graph.schema());
        Seeds seeds = Seeds.of(query.history(), typeWeights, graph.nodeCount());
        this.table = new StartTable(exact.starts(seeds.shares()), alpha);
        this.refines = !parameters.multiHitBoost()
                && parameters.maxWalks() > 1
                && table.starts().stream().anyMatch(Start::isSummed)
                && PulledSteps.suits(graph, transitions);
        this.group = new GroupOfWalks(table, steps, random, alpha, refines);
        this.estimate = new WalkEstimate(graph.nodeCount(), table.total(), refines);
        this.afterTwo = estimate.borrow();
        this.boosted = new BoostedScores(graph.nodeCount());
    }

    @Override
    public void close() {
        estimate.giveBack(afterTwo);
        estimate.close();
        boosted.close();
    }

    /** Walks until {@code maxWalks}, the end of the budget or until the order of the best is certain enough. */
    void run() {
        run(
                true,
                () -> best(REFINED + query.k()).stream()
                        .map(Recommendation::item)
                        .toList());
    }

    /** The same for the score of one item, if it may stop early as soon as those of the best would be certain enough. */
    void runFor(int item, boolean mayStopEarly) {
        run(mayStopEarly, () -> List.of(item));
    }

    private void run(boolean mayStopEarly, Supplier<List<Integer>> refined) {
        if (parameters.multiHitBoost()) {
            walkStartByStart();
        } else {
            addExact(table.starts(), estimate.summed());
            walkTogether(mayStopEarly, refined);
        }
    }

    /** Whether the order was certain enough before all walks were done. */
    boolean isConfident() {
        return certain != null;
    }

    private void addExact(List<Start> starts, NodeScores sums) {
        for (Start start : starts) {
            sums.add(start.item(), start.own(alpha));
        }
        NodeScores here = estimate.borrow();
        if (refines) {
            exact.addTo(sums, starts, here, afterTwo);
        } else {
            exact.addTo(sums, starts, here);
        }
        estimate.giveBack(here);
        reserve(RANKING_NANOS);
    }

    private void walkTogether(boolean mayStopEarly, Supplier<List<Integer>> refined) {
        int walks = refines ? parameters.maxWalks() & ~1 : parameters.maxWalks();
        int groups = table.total() > 0 ? (walks + GROUP - 1) / GROUP : 0;
        Separation separation = new Separation(graph, query, transitions, estimate, parameters, group, looks(groups));
        for (int i = 0; i < groups && certain == null; i++) {
            int size = Math.min(GROUP, walks - i * GROUP);
            if (!group.walk(0, table.total(), (long) i * GROUP, size, deposits)) {
                return;
            }
            estimate.add(deposits, size, table, steps);
            endGroup();
            if (isLook(i + 1) && !(refines && i + 1 == groups)) {
                look(separation, mayStopEarly);
            }
            reserve(RANKING_NANOS);
        }
        if (refines && certain == null && refine(refined)) {
            look(separation, mayStopEarly);
        }
    }

    /** A look is work like walking: it takes one ranking for the best, and sometimes one for their rivals. */
    private void look(Separation separation, boolean mayStopEarly) {
        reserve(LOOKING_NANOS);
        if (meter.spendAll(2 * reach()) && mayStopEarly) {
            List<Recommendation> best = best();
            certain = separation.holds(best) ? best : null;
        }
    }

    /**
     * Sums the third and fourth step for some items, which leaves only longer walks to chance. Done when walking is over, so that how many walks there were does not
     * hang on the items.
     *
     * @return whether the meter gave leave for all of them; otherwise nothing has changed
     */
    private boolean refine(Supplier<List<Integer>> refined) {
        reserve(RANKING_NANOS);
        List<Integer> items = refined.get();
        try (PulledSteps pulled = PulledSteps.from(afterTwo, graph, alpha, transitions, meter::spend)) {
            double[] more = pulled.to(items);
            if (pulled.isCut()) {
                return false;
            }
            for (int i = 0; i < more.length; i++) {
                estimate.refine(items.get(i), more[i]);
            }
            return true;
        }
    }

    private long reach() {
        return estimate.reach() + boosted.reach();
    }

    /** Keeps so much time for each sum, and time for the end of a group. */
    private void reserve(long nanosPerSum) {
        long ledgers = WalkShares.NANOS + (refines ? WalkShares.PULLED_NANOS : 0);
        meter.reserve(ADDING_NANOS + (withLedger ? ledgers : 0) + nanosPerSum * reach());
    }

    private static boolean isLook(int groups) {
        return groups >= FIRST_LOOK && Integer.bitCount(groups) == 1;
    }

    /** How often the order is looked at, at most: once more when items were refined. */
    private int looks(int groups) {
        int looks = refines ? 2 : 1;
        for (long next = 2 * FIRST_LOOK; next <= groups; next *= 2) {
            looks++;
        }
        return looks;
    }

    private void endGroup() {
        if (withLedger) {
            kept.add(deposits);
            deposits = new Deposits();
        } else {
            deposits.clear();
        }
    }

    private void walkStartByStart() {
        NodeScores sums = estimate.borrow();
        boolean goesOn = true;
        for (int i = 0; i < table.size() && goesOn; i++) {
            goesOn = walkFrom(i, sums);
            sums.clear();
        }
        estimate.giveBack(sums);
    }

    private boolean walkFrom(int index, NodeScores sums) {
        Start start = table.start(index);
        addExact(List.of(start), sums);
        int size = walksFrom(index);
        if (!group.walk(table.begin(index), table.walkedMass(index), (long) index << 32, size, deposits)) {
            return false;
        }
        for (int i = 0; i < deposits.size(); i++) {
            deposits.addTo(sums, i, unit(index), steps);
        }
        endGroup();
        boosted.add(sums, start.isLiked());
        reserve(RANKING_NANOS);
        return meter.spendAll(sums.reach());
    }

    /** How many walks a start has to itself. */
    private int walksFrom(int index) {
        return table.walkedMass(index) == 0
                ? 0
                : (int) Math.ceil(parameters.maxWalks() * table.walkedMass(index) / table.total());
    }

    /** What a deposit of a walk from a start is to be multiplied by. */
    private double unit(int index) {
        double sign = table.start(index).isLiked() ? 1 : -1;
        return sign * (parameters.multiHitBoost() ? table.walkedMass(index) / walksFrom(index) : estimate.unit());
    }

    List<Recommendation> best() {
        if (certain != null) {
            return certain;
        }
        return best(query.k());
    }

    private List<Recommendation> best(int k) {
        TopK top = TopK.offering(graph, query.withK(k));
        if (parameters.multiHitBoost()) {
            boosted.offerTo(top);
        } else {
            estimate.offerTo(top);
        }
        return top.bestFirst();
    }

    double score(int node) {
        return parameters.multiHitBoost() ? boosted.score(node) : estimate.score(node);
    }

    /** What the scores of some items are the sums of. */
    List<Ledger> ledgers(List<Integer> items) {
        WalkShares shares =
                new WalkShares(transitions, steps, table, alpha, query.history().user(), items);
        IntStream.range(0, items.size())
                .filter(i -> estimate.isRefined(items.get(i)))
                .forEach(i -> addPulled(shares, i, items.get(i)));
        kept.forEach(group -> shares.addWalks(group, this::unit, estimate));
        return items.stream()
                .map(item -> shares.ledger(item, score(item), parameters.multiHitBoost()))
                .toList();
    }

    private void addPulled(WalkShares shares, int position, int item) {
        try (PulledSteps backwards = PulledSteps.backFrom(item, graph, alpha, transitions, shares::mayLookAt)) {
            shares.addPulled(position, backwards);
        }
    }
}
