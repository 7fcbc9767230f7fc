package dev.clew.core.path;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.Step;
import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.PathGroupContribution;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.LedgerBudget;
import dev.clew.core.recommend.Recommendation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums the walks to an item by what makes them one reason, without writing any of them down: those from the same history item along the same path,
 * and for attributes through the same one. The largest group is told, the others are summed up.
 *
 * <p>Idea: the first step of each path is walked once for all items and remembered by its middle nodes. From an item one step back then meets all
 * walks to it. Paths of other than two steps go through {@link WalkFinder}.
 *
 * <p>Cost: O(relationships of the history's items) once, O(relationships of the item and walks met) for each item; memory for at most
 * {@value #MOST_PAIRS} first steps a path. Walks over those beyond are counted as not looked at. One answer, one thread.
 */
final class WalkGroups implements AutoCloseable {
    private static final int MOST_PAIRS = 1 << 18;
    static final String OTHERS = "other walks";

    private final RecommendationGraph graph;
    private final History history;
    private final MetaPathParameters parameters;
    private final double totalWeight;
    /** The items with a signed action, ascending; for each the sum of its weights and the action that weighs most. */
    private final List<Start> starts = new ArrayList<>();

    private final LedgerBudget budget;
    private final StepPowers stepPowers;
    private final DegreePower candidatePower;
    private final List<FirstSteps> twoSteps = new ArrayList<>();
    private final List<WeightedPath> others;
    private final Group[] groups;

    private record Start(Action action, double weight) {}

    /** What has been met from one start, for one item along one path. */
    private static final class Group {
        private double value;
        private long people;
        /** One of the walks: the first step's pair and the position in the item's row. */
        private int pair;

        private int position;

        void meet(int metPair, int metPosition, double walks) {
            value += walks;
            people++;
            pair = metPair;
            position = metPosition;
        }

        void clear() {
            value = 0;
            people = 0;
        }
    }

    WalkGroups(
            RecommendationGraph graph,
            History history,
            MetaPathParameters parameters,
            List<WeightedPath> paths,
            LedgerBudget budget) {
        this.graph = graph;
        this.history = history;
        this.budget = budget;
        this.stepPowers = new StepPowers(parameters);
        this.candidatePower = DegreePower.to(parameters.candidateExponent());
        this.parameters = parameters;
        this.totalWeight = history.totalWeight();
        history.signed().forEach(this::addStart);
        this.groups = starts.stream().map(start -> new Group()).toArray(Group[]::new);
        paths.stream().filter(WalkGroups::isTwoSteps).map(FirstSteps::new).forEach(twoSteps::add);
        this.others = paths.stream().filter(path -> !isTwoSteps(path)).toList();
    }

    private static boolean isTwoSteps(WeightedPath path) {
        return path.path().steps().size() == 2 && !path.path().startsAtUser();
    }

    private void addStart(Action action) {
        int last = starts.size() - 1;
        if (last >= 0 && starts.get(last).action().item() == action.item()) {
            Start known = starts.get(last);
            boolean heavier =
                    Math.abs(action.weight()) > Math.abs(known.action().weight());
            starts.set(last, new Start(heavier ? action : known.action(), known.weight() + action.weight()));
        } else {
            starts.add(new Start(action, action.weight()));
        }
    }

    @Override
    public void close() {
        twoSteps.forEach(FirstSteps::close);
    }

    /**
     * The item's ledger: its largest group, and the sum of the others.
     *
     * @param cut whether the score is of a part of the walks only
     */
    Ledger ledger(Recommendation item, boolean cut) {
        budget.nextItem();
        Largest largest = new Largest();
        boolean complete = !cut;
        for (FirstSteps path : twoSteps) {
            boolean met = path.offerGroups(item.item(), largest);
            complete &= met && path.isComplete();
        }
        return largest.ledger(item.score(), offerOthers(item.item(), largest) && complete);
    }

    private boolean offerOthers(int item, Largest largest) {
        if (others.isEmpty()) {
            return true;
        }
        WalkFinder finder = new WalkFinder(graph, history, parameters, budget);
        for (Contribution walk : finder.walksTo(item, others)) {
            largest.add(walk.value());
            if (largest.beats(walk.value())) {
                largest.tell(walk);
            }
        }
        return !finder.isStopped();
    }

    /** The group that adds most so far, and the sum of all. */
    private static final class Largest {
        private @Nullable Contribution largest;
        private double total;

        void add(double value) {
            total += value;
        }

        boolean beats(double value) {
            return value > 0 && (largest == null || value > largest.value());
        }

        void tell(Contribution contribution) {
            largest = contribution;
        }

        Ledger ledger(double score, boolean complete) {
            List<Contribution> contributions = new ArrayList<>();
            double told = 0;
            if (largest != null) {
                contributions.add(largest);
                told = largest.value();
            }
            contributions.add(new BaselineContribution(OTHERS, total - told));
            if (!complete) {
                contributions.add(new BaselineContribution(MetaPathRecommender.LEFT_OUT, score - total));
            }
            return new Ledger(score, contributions);
        }
    }

    /** The first steps along one path, as chains: from a middle node to each start that leads to it. */
    private final class FirstSteps {
        private final WeightedPath path;
        private final Neighbours first;
        private final Neighbours second;
        private final Neighbours back;
        private final boolean byMiddle;
        private final DegreePower degreePower;
        /** For each middle node 1 + the number of its latest pair. */
        private final NodeScores heads = WalkScores.POOL.borrow(graph.nodeCount());

        private int count;
        private int[] middles = new int[256];
        private int[] previous = new int[256];
        private int[] start = new int[256];
        private int[] position = new int[256];
        private double[] factor = new double[256];
        private boolean complete = true;

        FirstSteps(WeightedPath path) {
            this.path = path;
            Step one = path.path().steps().get(0);
            Step two = path.path().steps().get(1);
            this.first = graph.neighbours(one.type(), one.direction());
            this.degreePower = stepPowers.of(two);
            this.second = graph.neighbours(two.type(), two.direction());
            this.back = graph.neighbours(two.type(), two.direction().reverse());
            this.byMiddle = one.type().role() == RelationshipRole.ATTRIBUTE
                    && two.type().role() == RelationshipRole.ATTRIBUTE;
            for (int s = 0; s < starts.size() && complete; s++) {
                walkFrom(s);
            }
        }

        boolean isComplete() {
            return complete;
        }

        void close() {
            WalkScores.POOL.giveBack(heads);
        }

        private void walkFrom(int s) {
            first.at(starts.get(s).action().item());
            if (!budget.take(first.size())) {
                complete = false;
                return;
            }
            double share =
                    starts.get(s).weight() / totalWeight * Math.pow(first.weightSum(), -parameters.historyExponent());
            for (int i = 0; i < first.size(); i++) {
                if (first.node(i) != history.user()) {
                    if (count == MOST_PAIRS) {
                        complete = false;
                        return;
                    }
                    addPair(first.node(i), s, i, share * first.weight(i));
                }
            }
        }

        private void addPair(int middle, int s, int at, double value) {
            if (count == middles.length) {
                middles = Arrays.copyOf(middles, count * 2);
                previous = Arrays.copyOf(previous, count * 2);
                start = Arrays.copyOf(start, count * 2);
                position = Arrays.copyOf(position, count * 2);
                factor = Arrays.copyOf(factor, count * 2);
            }
            middles[count] = middle;
            previous[count] = (int) heads.get(middle);
            start[count] = s;
            position[count] = at;
            factor[count] = value;
            heads.add(middle, count + 1.0 - previous[count]);
            count++;
        }

        /** Meets the walks to the item and offers their groups; false if there was no budget left for that. */
        boolean offerGroups(int item, Largest largest) {
            back.at(item);
            if (!budget.take(Math.min(back.size(), count))) {
                return false;
            }
            double held = path.weight() * candidatePower.of(back.weightSum());
            if (back.size() <= count) {
                for (int i = 0; i < back.size(); ) {
                    i = meet(item, i, held, largest);
                }
            } else {
                for (int pair = 0; pair < count; pair++) {
                    boolean latest = (int) heads.get(middles[pair]) == pair + 1;
                    int i = latest ? back.lowerBound(middles[pair]) : back.size();
                    if (i < back.size() && back.node(i) == middles[pair]) {
                        meet(item, i, held, largest);
                    }
                }
            }
            if (!byMiddle) {
                offerByStart(item, largest);
            }
            return true;
        }

        /** Meets the walks over the middle node at the item's position i, and returns the position of the next middle node. */
        private int meet(int item, int i, double held, Largest largest) {
            int middle = back.node(i);
            double weight = 0;
            int next = i;
            for (; next < back.size() && back.node(next) == middle; next++) {
                weight += back.weight(next);
            }
            int pair = (int) heads.get(middle) - 1;
            double value = pair < 0 ? 0 : held * weight * degreePower.of(second.weightSum(middle));
            while (pair >= 0) {
                int example = pair;
                double sum = 0;
                for (; pair >= 0 && start[pair] == start[example]; pair = previous[pair] - 1) {
                    sum += factor[pair];
                }
                if (byMiddle) {
                    offerByMiddle(item, i, example, value * sum, largest);
                } else {
                    groups[start[example]].meet(example, i, value * sum);
                }
            }
            return next;
        }

        private void offerByMiddle(int item, int i, int pair, double value, Largest largest) {
            largest.add(value);
            if (largest.beats(value)) {
                largest.tell(new PathGroupContribution(example(item, i, pair), 1, value));
            }
        }

        private void offerByStart(int item, Largest largest) {
            Group most = groups[0];
            for (Group group : groups) {
                largest.add(group.value);
                most = group.value > most.value ? group : most;
            }
            if (largest.beats(most.value)) {
                EvidencePath example = example(item, most.position, most.pair);
                largest.tell(new PathGroupContribution(example, most.people, most.value));
            }
            for (Group group : groups) {
                group.clear();
            }
        }

        private EvidencePath example(int item, int i, int pair) {
            Action action = starts.get(start[pair]).action();
            int firstType = path.path().steps().get(0).type().index();
            int secondType = path.path().steps().get(1).type().index();
            return new EvidencePath(
                    List.of(history.user(), action.item(), middles[pair], item),
                    List.of(
                            new EvidencePath.Step(action.typeIndex(), action.relationshipId()),
                            new EvidencePath.Step(
                                    firstType, first.at(action.item()).relationshipId(position[pair])),
                            new EvidencePath.Step(secondType, back.at(item).relationshipId(i))));
        }
    }
}
