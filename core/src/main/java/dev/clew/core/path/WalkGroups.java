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
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums the walks to an item by what makes them one reason, without writing any of them down: those from the same history item along the same path,
 * and for attributes through the same one. The largest group is told, the others are summed up.
 *
 * <p>Idea: the first step of each path is walked once for all items and remembered by its middle nodes. From an item one step back then meets all
 * walks to it. A start whose {@link KernelRow} is in the scores has its group's sum there already; the walks of such a group are only counted if it is the
 * largest. Paths of other than two steps go through {@link WalkFinder}.
 *
 * <p>Cost: O(relationships of the history's items without a row) once, O(relationships of the item, rows, and walks met) for each item; memory for at most
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
    private final DegreePower historyPower;
    private final DegreePower candidatePower;
    private final List<FirstSteps> twoSteps = new ArrayList<>();
    private final List<WeightedPath> others;
    private final Group[] groups;

    private record Start(Action action, double weight) {}

    /** What has been met from one start, for one item along one path. */
    private static final class Group {
        private double value;
        private long people;
        /** One of the walks: where in the start's row, and where in the item's. */
        private int there;

        private int back;

        void meet(int metThere, int metBack, double walks) {
            value += walks;
            people++;
            there = metThere;
            back = metBack;
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
            List<WalkScores.UsedRow> rows,
            LedgerBudget budget) {
        this.graph = graph;
        this.history = history;
        this.budget = budget;
        this.stepPowers = new StepPowers(parameters);
        this.historyPower = DegreePower.to(parameters.historyExponent());
        this.candidatePower = DegreePower.to(parameters.candidateExponent());
        this.parameters = parameters;
        this.totalWeight = history.totalWeight();
        history.signed().forEach(this::addStart);
        this.groups = starts.stream().map(start -> new Group()).toArray(Group[]::new);
        paths.stream()
                .filter(WalkGroups::isTwoSteps)
                .map(path -> new FirstSteps(path, rows))
                .forEach(twoSteps::add);
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
        /** The rows of the starts that have one, by start. */
        private final @Nullable KernelRow[] rows = new KernelRow[starts.size()];

        private final int rowCount;

        /** For each middle node 1 + the number of its latest pair. */
        private final NodeScores heads = WalkScores.POOL.borrow(graph.nodeCount());

        private int count;
        private int[] middles = new int[256];
        private int[] previous = new int[256];
        private int[] start = new int[256];
        private int[] position = new int[256];
        private double[] factor = new double[256];
        private boolean complete = true;

        FirstSteps(WeightedPath path, List<WalkScores.UsedRow> used) {
            this.path = path;
            Step one = path.path().steps().get(0);
            Step two = path.path().steps().get(1);
            this.first = graph.neighbours(one.type(), one.direction());
            this.degreePower = stepPowers.of(two);
            this.second = graph.neighbours(two.type(), two.direction());
            this.back = graph.neighbours(two.type(), two.direction().reverse());
            this.byMiddle = one.type().role() == RelationshipRole.ATTRIBUTE
                    && two.type().role() == RelationshipRole.ATTRIBUTE;
            Map<Integer, KernelRow> rowsByItem = byMiddle ? Map.of() : complete(used);
            this.rowCount = rowsByItem.size();
            for (int s = 0; s < starts.size() && complete; s++) {
                rows[s] = rowsByItem.get(starts.get(s).action().item());
                if (rows[s] == null) {
                    walkFrom(s);
                }
            }
        }

        /** The whole rows along this path; what a part of a row holds cannot be told from its walks. */
        private Map<Integer, KernelRow> complete(List<WalkScores.UsedRow> used) {
            return used.stream()
                    .filter(it -> it.path().equals(path) && it.row().isComplete())
                    .collect(Collectors.toMap(it -> it.row().item, WalkScores.UsedRow::row));
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
            double share = share(s);
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

        /** What each walk from a start is multiplied by; the cursor stands there. */
        private double share(int s) {
            return starts.get(s).weight() / totalWeight * historyPower.of(first.weightSum());
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
            if (!budget.take((long) Math.min(back.size(), count) + rowCount)) {
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
            return byMiddle || offerByStart(item, held, largest);
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
                    groups[start[example]].meet(position[example], i, value * sum);
                }
            }
            return next;
        }

        private void offerByMiddle(int item, int i, int pair, double value, Largest largest) {
            largest.add(value);
            if (largest.beats(value)) {
                largest.tell(new PathGroupContribution(example(item, start[pair], position[pair], i), 1, value));
            }
        }

        /** False if there was no budget left to count the walks of the largest group. */
        private boolean offerByStart(int item, double held, Largest largest) {
            int most = 0;
            for (int s = 0; s < groups.length; s++) {
                KernelRow row = rows[s];
                if (row != null) {
                    first.at(row.item);
                    groups[s].value = held * share(s) * row.sums.get(item);
                }
                largest.add(groups[s].value);
                most = groups[s].value > groups[most].value ? s : most;
            }
            boolean counted = true;
            if (largest.beats(groups[most].value)) {
                counted = rows[most] == null || count(item, most);
                if (counted) {
                    EvidencePath example = example(item, most, groups[most].there, groups[most].back);
                    largest.tell(new PathGroupContribution(example, groups[most].people, groups[most].value));
                }
            }
            for (Group group : groups) {
                group.clear();
            }
            return counted;
        }

        /** Goes through the shorter of the start's row and the item's, and looks for each middle node in the other. */
        private boolean count(int item, int s) {
            first.at(starts.get(s).action().item());
            back.at(item);
            boolean fromStart = first.size() < back.size();
            Neighbours shorter = fromStart ? first : back;
            Neighbours longer = fromStart ? back : first;
            if (!budget.take(shorter.size())) {
                return false;
            }
            Group group = groups[s];
            int found = 0;
            for (int i = 0; i < shorter.size(); i++) {
                int middle = shorter.node(i);
                boolean again = i > 0 && shorter.node(i - 1) == middle;
                if (!again && middle != history.user()) {
                    found = longer.lowerBound(middle, found, longer.size());
                    if (found < longer.size() && longer.node(found) == middle) {
                        group.meet(fromStart ? i : found, fromStart ? found : i, 0);
                    }
                }
            }
            return true;
        }

        /** The path of one walk: the positions of its middle node in the start's row and in the item's. */
        private EvidencePath example(int item, int s, int there, int position) {
            Action action = starts.get(s).action();
            int firstType = path.path().steps().get(0).type().index();
            int secondType = path.path().steps().get(1).type().index();
            first.at(action.item());
            back.at(item);
            return new EvidencePath(
                    List.of(history.user(), action.item(), first.node(there), item),
                    List.of(
                            new EvidencePath.Step(action.typeIndex(), action.relationshipId()),
                            new EvidencePath.Step(firstType, first.relationshipId(there)),
                            new EvidencePath.Step(secondType, back.relationshipId(position))));
        }
    }
}
