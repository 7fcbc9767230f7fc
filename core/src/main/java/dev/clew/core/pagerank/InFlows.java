package dev.clew.core.pagerank;

import dev.clew.core.chain.Seeds;
import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.recommend.LedgerBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes an item's score apart by the invariant of {@link ForwardPush}, unrolled backwards from the item:
 *
 * <pre>p(t) = alpha * s(t) - alpha * r(t) + (1 - alpha) * sum over v of p(v) P(v, t)</pre>
 *
 * <p>The item's score has alpha * r(t) in it, so that of its own residual only what an unfinished push has not brought yet is missing.
 *
 * <p>Each term c * p(v) stands for the walks that end in the same way from v to the item. Its first part is one complete walk from an action on v, named as a path; its
 * second part goes to "unpushed residual"; its third part is a term for each neighbour of v, one step longer. The largest term is followed first, until the limits below are reached; what
 * was not followed is summed as "walks not followed one by one". Every part is exact, so all of them sum to the score up to rounding.
 *
 * <p>Cost: at most {@value #MOST_TERMS} terms are followed, over at most {@value #MOST_LOOKS} relationships and one term, and no more than the budget gives leave to look at.
 */
final class InFlows {
    static final String UNPUSHED = "unpushed residual";
    static final String NOT_FOLLOWED = "walks not followed one by one";
    private static final int MOST_TERMS = 256;
    private static final long MOST_LOOKS = 1 << 18;
    /** Neighbours looked at with one leave. */
    private static final int PIECE = 256;
    /** Making a term of a neighbour takes as long as reading so many. */
    private static final int TERM_WORK = 48;
    /** A term of a smaller share of the score is not followed. */
    private static final double SMALL = 1e-6;
    /** Parts smaller than this share of the score are rounding, not reasons. */
    private static final double NEGLIGIBLE = 1e-9;

    private final double alpha;
    private final int user;
    private final Seeds seeds;
    private final ForwardPush push;
    private final Transitions transitions;
    private final List<Transitions.Slot> slots;
    /** How many nodes have an estimate. */
    private final int estimated;

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

    /** @param user whose walks these are, or {@link RecommendationGraph#NO_NODE} */
    InFlows(RecommendationGraph graph, PageRankParameters parameters, int user, Seeds seeds, ForwardPush push) {
        this.alpha = parameters.restartProbability();
        this.user = user;
        this.seeds = seeds;
        this.push = push;
        this.transitions = new Transitions(graph, parameters.weights());
        this.slots = transitions.slots();
        this.estimated = push.estimate().list();
    }

    /** The ledger of a node's estimate. */
    Ledger ledger(int item, LedgerBudget budget) {
        budget.nextItem();
        return new OfItem(push.score(item), budget).of(item);
    }

    /** One item's estimate being taken apart. */
    private final class OfItem {
        private final double score;
        private final LedgerBudget budget;
        private final PriorityQueue<Term> largestFirst =
                new PriorityQueue<>(Comparator.comparingDouble((Term term) -> -Math.abs(term.inFlow()))
                        .thenComparingInt(Term::number));
        private final List<Contribution> contributions = new ArrayList<>();
        private int terms;
        private long looks;
        private double unpushed;
        private double notFollowed;

        OfItem(double score, LedgerBudget budget) {
            this.score = score;
            this.budget = budget;
        }

        Ledger of(int item) {
            addTerm(item, 1, null, null);
            for (int i = 0; i < MOST_TERMS && looks < MOST_LOOKS && !largestFirst.isEmpty(); i++) {
                follow(largestFirst.remove());
            }
            while (!largestFirst.isEmpty()) {
                notFollowed += largestFirst.remove().inFlow();
            }
            addBaseline(UNPUSHED, unpushed);
            addBaseline(NOT_FOLLOWED, notFollowed);
            return new Ledger(score, contributions);
        }

        private void addBaseline(String name, double value) {
            if (Math.abs(value) > NEGLIGIBLE * Math.abs(score)) {
                contributions.add(new BaselineContribution(name, value));
            }
        }

        private void addTerm(int node, double coefficient, EvidencePath.@Nullable Step step, @Nullable Term next) {
            // What is left at the item itself is part of its score, what is left elsewhere is not.
            double estimate = next == null ? score : push.estimate().get(node);
            double residual = next == null ? push.onItsWay(node) : push.residual(node);
            double seed = seeds.mass(node);
            // Where a walk can only stay, alpha * sum of (1 - alpha)^k is 1: all of the seed has arrived.
            double arrives = next == null && transitions.count(node) == 0 ? 1 : alpha;
            double inFlow = coefficient * (estimate - arrives * (seed - residual));
            Term term = new Term(terms++, node, coefficient, inFlow, step, next);
            for (Seeds.Share share : seeds.shares(node)) {
                contributions.add(new PathContribution(path(share, term), coefficient * arrives * share.mass()));
            }
            unpushed -= coefficient * arrives * residual;
            if (Math.abs(inFlow) < SMALL * Math.abs(score)) {
                notFollowed += inFlow;
            } else {
                largestFirst.add(term);
            }
        }

        private EvidencePath path(Seeds.Share share, Term last) {
            List<Integer> nodes = new ArrayList<>(List.of(user));
            List<EvidencePath.Step> steps = new ArrayList<>();
            steps.add(new EvidencePath.Step(
                    share.action().typeIndex(), share.action().relationshipId()));
            for (Term term = last; term != null; term = term.next()) {
                nodes.add(term.node());
                if (term.step() != null) {
                    steps.add(term.step());
                }
            }
            return new EvidencePath(nodes, steps);
        }

        /** Reads the node's rows, or looks up in them the nodes that have an estimate, whichever are fewer. */
        private void follow(Term term) {
            double rest = term.inFlow();
            boolean goesOn = true;
            for (int position : transitions.slotsLeaving(term.node())) {
                Transitions.Slot slot = slots.get(position);
                int size = slot.row().at(term.node()).size();
                int count = Math.min(size, estimated);
                for (int from = 0; from < count && goesOn; from += PIECE) {
                    int to = Math.min(count, from + PIECE);
                    goesOn = budget.take((long) TERM_WORK * (to - from));
                    looks += to - from;
                    for (int i = from; i < to && goesOn; i++) {
                        rest -= size <= estimated
                                ? follow(term, slot, i)
                                : followFrom(push.estimate().listed(i), term, slot);
                    }
                }
            }
            if (!goesOn) {
                notFollowed += rest;
            }
        }

        private double followFrom(int neighbour, Term term, Transitions.Slot slot) {
            Neighbours row = slot.row();
            double followed = 0;
            for (int i = row.lowerBound(neighbour); i < row.size() && row.node(i) == neighbour; i++) {
                followed += follow(term, slot, i);
            }
            return followed;
        }

        /** Makes a term of a neighbour and returns what of the term's in-flow it stands for. */
        private double follow(Term term, Transitions.Slot slot, int i) {
            int neighbour = slot.row().node(i);
            double estimate = push.estimate().get(neighbour);
            boolean loop = neighbour == term.node();
            // A loop is in both rows of its node and is one step all the same.
            if (estimate == 0 || (loop && slot.direction() == Direction.IN)) {
                return 0;
            }
            double chance = (loop ? 2 : 1) * slot.weight() * slot.row().weight(i) / transitions.total(neighbour);
            double coefficient = term.coefficient() * (1 - alpha) * chance;
            addTerm(
                    neighbour,
                    coefficient,
                    new EvidencePath.Step(slot.type().index(), slot.row().relationshipId(i)),
                    term);
            return coefficient * estimate;
        }
    }
}
