package dev.clew.core.pagerank;

import dev.clew.core.chain.Seeds;
import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.PathContribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes an item's estimate apart by the invariant of {@link ForwardPush}, unrolled backwards from the item:
 *
 * <pre>p(t) = alpha * s(t) - alpha * r(t) + (1 - alpha) * sum over v of p(v) P(v, t)</pre>
 *
 * <p>Each term c * p(v) stands for the walks that end in the same way from v to the item. Its first part is one complete walk from an action on v, named as a path; its
 * second part goes to "unpushed residual"; its third part is a term for each neighbour of v, one step longer. The largest term is followed first, until the limits below are reached; what
 * was not followed is summed as "walks not followed one by one". Every part is exact, so all of them sum to p(t) up to rounding.
 *
 * <p>Cost: at most {@value #MOST_TERMS} terms are followed, over at most {@value #MOST_LOOKS} relationships and one term; it is not metered.
 */
final class InFlows {
    static final String UNPUSHED = "unpushed residual";
    static final String NOT_FOLLOWED = "walks not followed one by one";
    private static final int MOST_TERMS = 256;
    private static final long MOST_LOOKS = 1 << 18;
    /** Parts smaller than this share of the score are rounding, not reasons. */
    private static final double NEGLIGIBLE = 1e-9;

    private final double alpha;
    private final int user;
    private final Seeds seeds;
    private final ForwardPush push;
    private final Transitions transitions;
    private final List<Transitions.Slot> slots;
    private final PriorityQueue<Term> largestFirst = new PriorityQueue<>(
            Comparator.comparingDouble((Term term) -> -Math.abs(term.inFlow())).thenComparingInt(Term::number));
    private final List<Contribution> contributions = new ArrayList<>();
    /** How many nodes have an estimate. */
    private final int estimated;

    private int terms;
    private long looks;
    private double unpushed;

    /**
     * The walks that end with the steps from {@code node} on to the item.
     *
     * @param coefficient c: the chance of these steps, times (1 - alpha) for each
     * @param inFlow what came to {@code node} from its neighbours, times c
     * @param step the relationship to {@code next}'s node; null at the item itself
     */
    private record Term(
            int number,
            int node,
            double coefficient,
            double inFlow,
            EvidencePath.@Nullable Step step,
            @Nullable Term next) {}

    private InFlows(RecommendationGraph graph, PageRankParameters parameters, int user, Seeds seeds, ForwardPush push) {
        this.alpha = parameters.restartProbability();
        this.user = user;
        this.seeds = seeds;
        this.push = push;
        this.transitions = new Transitions(graph, parameters.weights());
        this.slots = transitions.slots();
        this.estimated = push.estimate().list();
    }

    /**
     * The ledger of a node's estimate.
     *
     * @param user whose walks these are, or {@link RecommendationGraph#NO_NODE}
     */
    static Ledger ledger(
            RecommendationGraph graph,
            PageRankParameters parameters,
            int user,
            Seeds seeds,
            ForwardPush push,
            int item) {
        return new InFlows(graph, parameters, user, seeds, push).of(item);
    }

    private Ledger of(int item) {
        double score = push.estimate().get(item);
        addTerm(item, 1, null, null);
        for (int i = 0; i < MOST_TERMS && looks < MOST_LOOKS && !largestFirst.isEmpty(); i++) {
            follow(largestFirst.remove());
        }
        double notFollowed = 0;
        while (!largestFirst.isEmpty()) {
            notFollowed += largestFirst.remove().inFlow();
        }
        addBaseline(UNPUSHED, unpushed, score);
        addBaseline(NOT_FOLLOWED, notFollowed, score);
        return new Ledger(score, contributions);
    }

    private void addBaseline(String name, double value, double score) {
        if (Math.abs(value) > NEGLIGIBLE * Math.abs(score)) {
            contributions.add(new BaselineContribution(name, value));
        }
    }

    private void addTerm(int node, double coefficient, EvidencePath.@Nullable Step step, @Nullable Term next) {
        double estimate = push.estimate().get(node);
        double seed = seeds.mass(node);
        double residual = push.residual(node);
        // Where a walk can only stay, alpha * sum of (1 - alpha)^k is 1: all of the seed has arrived.
        double arrives = next == null && transitions.count(node) == 0 ? 1 : alpha;
        double inFlow = coefficient * (estimate - arrives * (seed - residual));
        Term term = new Term(terms++, node, coefficient, inFlow, step, next);
        for (Seeds.Share share : seeds.shares(node)) {
            contributions.add(new PathContribution(path(share, term), coefficient * arrives * share.mass()));
        }
        unpushed -= coefficient * arrives * residual;
        largestFirst.add(term);
    }

    private EvidencePath path(Seeds.Share share, Term last) {
        List<Integer> nodes = new ArrayList<>(List.of(user));
        List<EvidencePath.Step> steps = new ArrayList<>();
        steps.add(
                new EvidencePath.Step(share.action().typeIndex(), share.action().relationshipId()));
        for (Term term = last; term != null; term = term.next()) {
            nodes.add(term.node());
            if (term.step() != null) {
                steps.add(term.step());
            }
        }
        return new EvidencePath(nodes, steps);
    }

    /** Reads the node's row, or looks up in it the nodes that have an estimate, whichever is shorter. */
    private void follow(Term term) {
        NodeScores estimate = push.estimate();
        for (int position : transitions.slotsLeaving(term.node())) {
            Transitions.Slot slot = slots.get(position);
            Neighbours row = slot.row().at(term.node());
            if (row.size() <= estimated) {
                for (int i = 0; i < row.size(); i++) {
                    follow(term, slot, i);
                }
                looks += row.size();
            } else {
                for (int i = 0; i < estimated; i++) {
                    followFrom(estimate.listed(i), term, slot);
                }
                looks += estimated;
            }
        }
    }

    private void followFrom(int neighbour, Term term, Transitions.Slot slot) {
        Neighbours row = slot.row();
        int i = row.lowerBound(neighbour);
        for (; i < row.size() && row.node(i) == neighbour; i++) {
            follow(term, slot, i);
        }
    }

    private void follow(Term term, Transitions.Slot slot, int i) {
        int neighbour = slot.row().node(i);
        boolean loop = neighbour == term.node();
        // A loop is in both rows of its node and is one step all the same.
        if (push.estimate().get(neighbour) != 0 && !(loop && slot.direction() == Direction.IN)) {
            double chance = (loop ? 2 : 1) * slot.weight() * slot.row().weight(i) / transitions.total(neighbour);
            EvidencePath.Step step =
                    new EvidencePath.Step(slot.type().index(), slot.row().relationshipId(i));
            addTerm(neighbour, term.coefficient() * (1 - alpha) * chance, step, term);
        }
    }
}
