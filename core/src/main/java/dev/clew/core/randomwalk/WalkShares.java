package dev.clew.core.randomwalk;

import dev.clew.core.chain.Transitions;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.ledger.ActionContribution;
import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.PathContribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Takes the scores of some items apart: what was summed exactly into the paths of up to two steps from an action's item, what was pulled or walked into one sum for each action.
 *
 * <p>Cost: O(relationships of the starts that were summed, and of the items), at most {@value #MOST_PULLED} relationships pulled from, and at most {@value #MOST_LOOKUPS} look-ups of an item in
 * a row. What these do not reach is summed up as {@value #LEFT_OUT}.
 */
final class WalkShares {
    static final String LEFT_OUT = "walks not looked up one by one";
    /** Relationships of the items remembered as touching them; above that nothing is ruled out beforehand. */
    private static final int MOST_TOUCHING = 1 << 18;
    /** Rows in which an item is looked up, fixed so that ledgers depend on nothing else. */
    private static final int MOST_LOOKUPS = 1 << 18;
    /** Relationships looked at for what was pulled. */
    private static final int MOST_PULLED = 1 << 21;
    /** How long the ledgers of an answer take at most, about. */
    static final long NANOS = 10_000_000;
    /** The same for what was pulled. */
    static final long PULLED_NANOS = 10_000_000;
    /** A smaller difference than this share of the score is rounding. */
    private static final double NEGLIGIBLE = 1e-9;

    private final Transitions transitions;
    private final RandomSteps steps;
    private final StartTable table;
    private final double alpha;
    private final int user;
    private final List<Integer> items;
    private final List<Map<Integer, OfStart>> shares;
    /** The nodes with a relationship to one of the items, unless there are too many. */
    private final BitSet touching = new BitSet();

    private int touched;
    private int lookups;
    private long pulledLooks;

    /** What one start gives to one item. */
    private static final class OfStart {
        private final Map<EvidencePath, Double> paths = new LinkedHashMap<>();
        private double walked;
        private long ways;

        double sum() {
            return walked
                    + paths.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    WalkShares(
            Transitions transitions, RandomSteps steps, StartTable table, double alpha, int user, List<Integer> items) {
        this.transitions = transitions;
        this.steps = steps;
        this.table = table;
        this.alpha = alpha;
        this.user = user;
        this.items = items;
        this.shares = items.stream()
                .map(item -> (Map<Integer, OfStart>) new LinkedHashMap<Integer, OfStart>())
                .toList();
        items.forEach(this::touch);
        IntStream.range(0, table.size()).forEach(this::addSummed);
    }

    private void touch(int item) {
        for (Transitions.Slot slot : steps.slots()) {
            Neighbours row = slot.row().at(item);
            touched += Math.min(row.size(), MOST_TOUCHING);
            for (int i = 0; i < row.size() && !touchesAll(); i++) {
                touching.set(row.node(i));
            }
        }
    }

    private boolean touchesAll() {
        return touched >= MOST_TOUCHING;
    }

    private boolean touches(int node) {
        return touchesAll() || touching.get(node);
    }

    /** Whether one more row may be looked into. */
    private boolean mayLookUp() {
        return lookups++ < MOST_LOOKUPS;
    }

    /** Whether so many relationships more may be looked at for what was pulled. */
    boolean mayLookAt(int relationships) {
        pulledLooks += relationships;
        return pulledLooks <= MOST_PULLED;
    }

    private OfStart of(int item, int start) {
        return shares.get(item).computeIfAbsent(start, key -> new OfStart());
    }

    private void addPath(int item, int start, EvidencePath path, double value) {
        of(item, start).paths.merge(path, value, Double::sum);
    }

    private void addSummed(int index) {
        Start start = table.start(index);
        for (int item = 0; item < items.size(); item++) {
            if (items.get(item) == start.item()) {
                addPath(item, index, action(start), start.own(alpha));
            }
        }
        if (start.isSummed()) {
            new SummedPaths(index).add();
        }
    }

    private EvidencePath action(Start start) {
        return new EvidencePath(
                List.of(user, start.item()),
                List.of(new EvidencePath.Step(
                        start.action().typeIndex(), start.action().relationshipId())));
    }

    /** The paths of one and two steps from one start. */
    private final class SummedPaths {
        private final int index;
        private final EvidencePath action;
        private final List<Transitions.Slot> first = transitions.slots();

        SummedPaths(int index) {
            this.index = index;
            this.action = action(table.start(index));
        }

        void add() {
            Start start = table.start(index);
            double total = transitions.total(start.item());
            for (int position : transitions.slotsLeaving(start.item())) {
                Transitions.Slot slot = first.get(position);
                Neighbours row = slot.row().at(start.item());
                for (int i = 0; i < row.size(); i++) {
                    double mass = start.mass() * slot.weight() * row.weight(i) / total;
                    step(row.node(i), new EvidencePath.Step(slot.type().index(), row.relationshipId(i)), mass);
                }
            }
        }

        private void step(int node, EvidencePath.Step step, double mass) {
            int item = items.indexOf(node);
            if (item >= 0) {
                addPath(item, index, longer(action, node, step), alpha * (1 - alpha) * mass);
            }
            if (touches(node)) {
                EvidencePath path = longer(action, node, step);
                for (int target = 0; target < items.size(); target++) {
                    stepTo(target, node, path, alpha * (1 - alpha) * (1 - alpha) * mass);
                }
            }
        }

        private void stepTo(int target, int node, EvidencePath path, double mass) {
            int item = items.get(target);
            for (int position : steps.slotsToItems(node)) {
                if (!mayLookUp()) {
                    return;
                }
                Transitions.Slot slot = steps.slots().get(position);
                Neighbours row = slot.row().at(node);
                for (int i = row.lowerBound(item); i < row.size() && row.node(i) == item; i++) {
                    double value = mass * slot.weight() * row.weight(i) / transitions.total(node);
                    EvidencePath.Step last = new EvidencePath.Step(slot.type().index(), row.relationshipId(i));
                    addPath(target, index, longer(path, item, last), value);
                }
            }
        }
    }

    private static EvidencePath longer(EvidencePath path, int node, EvidencePath.Step step) {
        List<Integer> nodes = new ArrayList<>(path.nodes());
        List<EvidencePath.Step> taken = new ArrayList<>(path.steps());
        nodes.add(node);
        taken.add(step);
        return new EvidencePath(nodes, taken);
    }

    /**
     * Adds what was summed of an item's third and fourth step, from each start.
     *
     * @param backwards the steps back from the item
     */
    void addPulled(int position, PulledSteps backwards) {
        int[] summed = IntStream.range(0, table.size())
                .filter(index -> table.start(index).isSummed())
                .toArray();
        double[] values =
                backwards.from(Arrays.stream(summed).mapToObj(table::start).toList());
        for (int i = 0; i < summed.length; i++) {
            if (values[i] != 0) {
                OfStart of = of(position, summed[i]);
                of.walked += values[i];
                of.ways++;
            }
        }
    }

    /** Adds what some walks left, each times the unit of its start. */
    void addWalks(Deposits deposits, IntToDoubleFunction unit, WalkEstimate estimate) {
        for (int i = 0; i < deposits.size(); i++) {
            if (deposits.isAtNode(i) || touches(deposits.node(i))) {
                for (int item = 0; item < items.size() && mayLookUp(); item++) {
                    if (!(deposits.isNear(i) && estimate.isRefined(items.get(item)))) {
                        addWalk(item, deposits, i, unit);
                    }
                }
            }
        }
    }

    private void addWalk(int item, Deposits deposits, int i, IntToDoubleFunction unit) {
        double left = deposits.at(items.get(item), i, steps);
        if (left != 0) {
            OfStart of = of(item, deposits.start(i));
            of.walked += left * unit.applyAsDouble(deposits.start(i));
            of.ways++;
        }
    }

    /** @param boosted whether the score is that of {@link BoostedScores}; a start's share is then its root times the sum of the roots */
    Ledger ledger(int item, double score, boolean boosted) {
        Map<Integer, OfStart> ofItem = shares.get(items.indexOf(item));
        List<Contribution> contributions = new ArrayList<>();
        double liked = roots(ofItem, true);
        double rejected = roots(ofItem, false);
        ofItem.forEach((index, share) -> {
            double roots = table.start(index).isLiked() ? liked : rejected;
            double times = boosted ? roots / Math.sqrt(Math.abs(share.sum())) : 1;
            addTo(contributions, table.start(index), share, times);
        });
        double rest =
                score - contributions.stream().mapToDouble(Contribution::value).sum();
        if (Math.abs(rest) > NEGLIGIBLE * Math.abs(score)) {
            contributions.add(new BaselineContribution(LEFT_OUT, rest));
        }
        return new Ledger(score, contributions);
    }

    private double roots(Map<Integer, OfStart> ofItem, boolean liked) {
        return ofItem.entrySet().stream()
                .filter(entry -> table.start(entry.getKey()).isLiked() == liked)
                .mapToDouble(entry -> Math.sqrt(Math.abs(entry.getValue().sum())))
                .sum();
    }

    private void addTo(List<Contribution> contributions, Start start, OfStart share, double times) {
        share.paths.forEach((path, value) -> contributions.add(new PathContribution(path, times * value)));
        if (share.ways > 0) {
            contributions.add(new ActionContribution(action(start), share.ways, times * share.walked));
        }
    }
}
