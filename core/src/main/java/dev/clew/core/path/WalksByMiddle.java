package dev.clew.core.path;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeSet;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.Step;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.PathGroupContribution;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.LedgerBudget;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walks along one path of two steps, by the node in their middle: the first step is walked once for all items and remembered as chains, from a middle
 * node to each start that leads to it. From an item one step back then meets all walks to it.
 *
 * <p>A start whose {@link KernelRow} is in the scores has its group's sum there already, and is not walked from; the walks of such a group are only counted if it is the
 * largest.
 *
 * <p>Cost: O(relationships of the starts without a row) once, O(relationships of the item, rows, and walks met) for each item; memory for at most
 * {@value #MOST_STEPS} first steps. Walks over those beyond are counted as not looked at. One answer, one thread.
 */
final class WalksByMiddle {
    private static final int MOST_STEPS = 1 << 18;
    /** A row is looked through so much sooner than each of a few nodes is looked for in it. */
    private static final long LOOKED_THROUGH = 32;
    /** Of two rows, the longer is looked through where it is no longer than so many times the shorter. */
    private static final long NO_LONGER = 16;

    private final RecommendationGraph graph;
    private final WeightedPath path;
    private final List<WalkGroups.Start> starts;
    private final int user;
    private final double totalWeight;
    private final LedgerBudget budget;
    private final Neighbours first;
    private final Neighbours second;
    private final Neighbours back;
    private final boolean byMiddle;
    private final DegreePower historyPower;
    private final DegreePower degreePower;
    private final DegreePower candidatePower;
    /** The rows of the starts that have one, by start. */
    private final @Nullable KernelRow[] rows;

    private int rowCount;
    /** What each walk from a start is multiplied by, before what depends on the rest of the walk. */
    private final double[] shares;
    /** What has been met for one item, by start. */
    private final double[] values;

    private final int[] people;
    /** One of the walks met: where in the start's row, and where in the item's. */
    private final int[] theres;

    private final int[] backs;

    private final FirstSteps steps;
    private @Nullable MarkedRow marked;
    private boolean complete = true;

    /**
     * @param starts ascending
     * @param used the rows that are in the scores
     */
    WalksByMiddle(
            RecommendationGraph graph,
            History history,
            MetaPathParameters parameters,
            WeightedPath path,
            List<WalkGroups.Start> starts,
            List<WalkScores.UsedRow> used,
            LedgerBudget budget) {
        this.graph = graph;
        this.path = path;
        this.starts = starts;
        this.user = history.user();
        this.totalWeight = history.totalWeight();
        this.budget = budget;
        Step one = path.path().steps().get(0);
        Step two = path.path().steps().get(1);
        this.first = graph.neighbours(one.type(), one.direction());
        this.second = graph.neighbours(two.type(), two.direction());
        this.back = graph.neighbours(two.type(), two.direction().reverse());
        this.byMiddle =
                one.type().role() == RelationshipRole.ATTRIBUTE && two.type().role() == RelationshipRole.ATTRIBUTE;
        this.historyPower = DegreePower.to(parameters.historyExponent());
        this.degreePower = new StepPowers(parameters).of(two);
        this.candidatePower = DegreePower.to(parameters.candidateExponent());
        this.rows = new KernelRow[starts.size()];
        this.shares = starts.stream().mapToDouble(this::share).toArray();
        this.values = new double[starts.size()];
        this.people = new int[starts.size()];
        this.theres = new int[starts.size()];
        this.backs = new int[starts.size()];
        if (!byMiddle) {
            used.forEach(this::use);
        }
        this.steps = new FirstSteps(countSteps());
        for (int s = 0; s < starts.size() && complete; s++) {
            if (rows[s] == null) {
                walkFrom(s);
            }
        }
    }

    /** How many first steps there are, or the most that are kept. */
    private int countSteps() {
        long count = 0;
        for (int s = 0; s < rows.length && count < MOST_STEPS; s++) {
            count += rows[s] == null ? first.at(starts.get(s).item()).size() : 0;
        }
        return (int) Math.min(count, MOST_STEPS);
    }

    /** Takes a row along this path instead of walks; what a part of a row holds cannot be told from its walks. */
    private void use(WalkScores.UsedRow used) {
        if (used.row().isComplete() && used.path().equals(path)) {
            rows[start(used.row().item)] = used.row();
            rowCount++;
        }
    }

    private int start(int item) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle).item() < item) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isComplete() {
        return complete;
    }

    private void walkFrom(int s) {
        first.at(starts.get(s).item());
        if (!budget.take(first.size())) {
            complete = false;
            return;
        }
        for (int i = 0; i < first.size(); i++) {
            if (first.node(i) != user) {
                if (steps.size() == MOST_STEPS) {
                    complete = false;
                    return;
                }
                steps.add(first.node(i), s, i, shares[s] * first.weight(i));
            }
        }
    }

    private double share(WalkGroups.Start start) {
        return start.weight() / totalWeight * historyPower.of(first.weightSum(start.item()));
    }

    /** Meets the walks to the item and offers their groups; false if there was no budget left for that. */
    boolean offerGroups(int item, LargestGroup largest) {
        back.at(item);
        if (!budget.take((long) Math.min(back.size(), steps.size()) + rowCount)) {
            return false;
        }
        double held = path.weight() * candidatePower.of(back.weightSum());
        if (back.size() <= LOOKED_THROUGH * steps.size()) {
            for (int i = steps.next(back, 0); i < back.size(); ) {
                i = steps.next(back, meet(item, i, held, largest));
            }
        } else {
            for (int step = 0; step < steps.size(); step++) {
                int middle = steps.middle(step);
                int i = steps.latest(middle) == step ? back.lowerBound(middle) : back.size();
                if (i < back.size() && back.node(i) == middle) {
                    meet(item, i, held, largest);
                }
            }
        }
        return byMiddle || offerByStart(item, held, largest);
    }

    /** Meets the walks over the middle node at the item's position i, and returns the position of the next middle node. */
    private int meet(int item, int i, double held, LargestGroup largest) {
        int middle = back.node(i);
        double weight = 0;
        int next = i;
        for (; next < back.size() && back.node(next) == middle; next++) {
            weight += back.weight(next);
        }
        int step = steps.latest(middle);
        double value = step == FirstSteps.NONE ? 0 : held * weight * degreePower.of(second.weightSum(middle));
        while (step != FirstSteps.NONE) {
            int start = steps.start(step);
            int there = steps.position(step);
            double sum = 0;
            for (; step != FirstSteps.NONE && steps.start(step) == start; step = steps.previous(step)) {
                sum += steps.factor(step);
            }
            if (byMiddle) {
                offerByMiddle(item, i, start, there, value * sum, largest);
            } else {
                values[start] += value * sum;
                met(start, there, i);
            }
        }
        return next;
    }

    private void met(int s, int there, int position) {
        people[s]++;
        theres[s] = there;
        backs[s] = position;
    }

    private void offerByMiddle(int item, int i, int start, int there, double value, LargestGroup largest) {
        largest.add(value);
        if (largest.isBeatenBy(value)) {
            largest.tell(new PathGroupContribution(example(item, start, there, i), 1, value));
        }
    }

    /** False if there was no budget left to count the walks of the largest group. */
    private boolean offerByStart(int item, double held, LargestGroup largest) {
        int most = 0;
        for (int s = 0; s < values.length; s++) {
            KernelRow row = rows[s];
            if (row != null) {
                values[s] = held * shares[s] * row.sums.get(item);
            }
            largest.add(values[s]);
            most = values[s] > values[most] ? s : most;
        }
        boolean counted = true;
        if (largest.isBeatenBy(values[most])) {
            counted = rows[most] == null || count(item, most);
            if (counted) {
                EvidencePath example = example(item, most, theres[most], backs[most]);
                largest.tell(new PathGroupContribution(example, people[most], values[most]));
            }
        }
        Arrays.fill(values, 0);
        Arrays.fill(people, 0);
        return counted;
    }

    /** Counts the nodes that the start's row and the item's have in common. */
    private boolean count(int item, int s) {
        first.at(starts.get(s).item());
        back.at(item);
        int shorter = Math.min(first.size(), back.size());
        int longer = Math.max(first.size(), back.size());
        if (!budget.take(Math.min(longer, NO_LONGER * shorter))) {
            return false;
        }
        if (longer <= NO_LONGER * shorter) {
            countThrough(s);
        } else {
            countOneByOne(s, first.size() < back.size());
        }
        return true;
    }

    /** Looks the item's row through for nodes of the start's. */
    private void countThrough(int s) {
        if (marked == null) {
            marked = new MarkedRow(graph.nodeCount(), user);
        }
        NodeSet ofStart = marked.of(starts.get(s).item(), first);
        people[s] = back.count(ofStart);
        if (people[s] > 0) {
            int last = back.size() - 1;
            while (!ofStart.has(back.node(last))) {
                last--;
            }
            theres[s] = first.lowerBound(back.node(last));
            backs[s] = back.lowerBound(back.node(last));
        }
    }

    private void countOneByOne(int s, boolean fromStart) {
        Neighbours shorter = fromStart ? first : back;
        Neighbours longer = fromStart ? back : first;
        int found = 0;
        for (int i = 0; i < shorter.size(); i++) {
            int middle = shorter.node(i);
            boolean again = i > 0 && shorter.node(i - 1) == middle;
            if (!again && middle != user) {
                found = longer.lowerBound(middle, found, longer.size());
                if (found < longer.size() && longer.node(found) == middle) {
                    met(s, fromStart ? i : found, fromStart ? found : i);
                }
            }
        }
    }

    /** The path of one walk: the positions of its middle node in the start's row and in the item's. */
    private EvidencePath example(int item, int s, int there, int position) {
        Action action = starts.get(s).action();
        int firstType = path.path().steps().get(0).type().index();
        int secondType = path.path().steps().get(1).type().index();
        first.at(action.item());
        back.at(item);
        return new EvidencePath(
                List.of(user, action.item(), first.node(there), item),
                List.of(
                        new EvidencePath.Step(action.typeIndex(), action.relationshipId()),
                        new EvidencePath.Step(firstType, first.relationshipId(there)),
                        new EvidencePath.Step(secondType, back.relationshipId(position))));
    }
}
