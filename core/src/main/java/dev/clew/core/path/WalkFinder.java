package dev.clew.core.path;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.Step;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.LedgerBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds every walk from the history to an item, by walking backwards from the item: the history is met at the first step, by looking up
 * whichever is shorter, the row or the history.
 *
 * <p>Cost for a path of two steps: O(sum over the item's neighbours y of min(degree(y), history log degree(y))), and the walks found. Each
 * further step multiplies it by a degree. To be made once for all items of an answer: that takes O(history). One thread.
 */
final class WalkFinder {
    private static final int STEPS_BETWEEN = 1024;

    private final RecommendationGraph graph;
    private final MetaPathParameters parameters;
    private final int askingUser;
    private final double totalWeight;
    private final List<Action> actions;
    /** The items of {@code actions}, ascending. */
    private final int[] items;

    private final History history;
    private final DegreePower historyPower;
    private final StepPowers stepPowers;
    private final LedgerBudget budget;
    private List<Contribution> found = List.of();
    private int untilAsked;
    private boolean stopped;

    WalkFinder(RecommendationGraph graph, History history, MetaPathParameters parameters) {
        this(graph, history, parameters, LedgerBudget.unlimited());
    }

    WalkFinder(RecommendationGraph graph, History history, MetaPathParameters parameters, LedgerBudget budget) {
        this.graph = graph;
        this.parameters = parameters;
        this.askingUser = history.user();
        this.totalWeight = history.totalWeight();
        this.actions = history.signed();
        this.items = actions.stream().mapToInt(Action::item).toArray();
        this.history = history;
        this.historyPower = DegreePower.to(parameters.historyExponent());
        this.stepPowers = new StepPowers(parameters);
        this.budget = budget;
    }

    /** Whether walks to the last item were left out since the budget was used up. */
    boolean isStopped() {
        return stopped;
    }

    private boolean mayGoOn() {
        if (--untilAsked <= 0) {
            untilAsked = STEPS_BETWEEN;
            stopped |= !budget.take(STEPS_BETWEEN);
        }
        return !stopped;
    }

    /** One contribution for each action and walk from its item to this one. */
    List<Contribution> walksTo(int item, List<WeightedPath> paths) {
        found = new ArrayList<>();
        untilAsked = STEPS_BETWEEN;
        stopped = false;
        paths.forEach(path -> new OnePath(path).walkTo(item));
        return found;
    }

    /** The walks along one path: a depth-first search whose stack is {@code nodes} and {@code relationshipIds} from the far end. */
    private final class OnePath {
        private final WeightedPath path;
        private final List<Step> steps;
        private final Neighbours[] forward;
        private final Neighbours[] backward;
        private final int[] nodes;
        private final long[] relationshipIds;

        OnePath(WeightedPath path) {
            this.path = path;
            this.steps = path.path().steps();
            this.forward = steps.stream()
                    .map(step -> graph.neighbours(step.type(), step.direction()))
                    .toArray(Neighbours[]::new);
            this.backward = steps.stream()
                    .map(step -> graph.neighbours(step.type(), step.direction().reverse()))
                    .toArray(Neighbours[]::new);
            this.nodes = new int[steps.size() + 1];
            this.relationshipIds = new long[steps.size()];
        }

        void walkTo(int item) {
            Neighbours row = backward[steps.size() - 1].at(item);
            if (row.size() > 0) {
                double held = Math.pow(row.weightSum(), -parameters.candidateExponent());
                nodes[steps.size()] = item;
                walkBack(steps.size() - 1, path.weight() * held);
            }
        }

        /** Takes a step back from {@code nodes[step + 1]}; {@code value} is the product of all factors behind. */
        private void walkBack(int step, double value) {
            Neighbours row = backward[step].at(nodes[step + 1]);
            if (step == 0) {
                meetStart(row, value);
                return;
            }
            for (int i = 0; i < row.size() && mayGoOn(); i++) {
                if (row.node(i) != askingUser) {
                    walkBack(step - 1, leave(row, i, step, value));
                }
            }
        }

        /** Records the i-th relationship as the walk's step and returns the value with that step's factor. */
        private double leave(Neighbours row, int i, int step, double value) {
            nodes[step] = row.node(i);
            relationshipIds[step] = row.relationshipId(i);
            DegreePower power = step == 0 ? historyPower : stepPowers.of(steps.get(step));
            return value
                    * row.weight(i)
                    * power.of(forward[step].at(nodes[step]).weightSum());
        }

        private void meetStart(Neighbours row, double value) {
            if (path.path().startsAtUser()) {
                meetUser(row, value);
            } else {
                meetHistory(row, value);
            }
        }

        /** One contribution for each relationship to the asking user. */
        private void meetUser(Neighbours row, double value) {
            int i = askingUser == RecommendationGraph.NO_NODE ? row.size() : row.lowerBound(askingUser);
            for (; i < row.size() && row.node(i) == askingUser; i++) {
                double product = leave(row, i, 0, value);
                found.add(new PathContribution(evidence(), product));
            }
        }

        private void meetHistory(Neighbours row, double value) {
            if (row.size() < items.length) {
                for (int i = 0; i < row.size() && mayGoOn(); i++) {
                    if (history.includes(row.node(i))) {
                        meetItem(row, i, firstActionOn(row.node(i)), value);
                    }
                }
                return;
            }
            for (int action = 0; action < items.length && mayGoOn(); action++) {
                boolean firstOnItem = action == 0 || items[action - 1] != items[action];
                int i = firstOnItem ? row.lowerBound(items[action]) : row.size();
                for (; i < row.size() && row.node(i) == items[action]; i++) {
                    meetItem(row, i, action, value);
                }
            }
        }

        private int firstActionOn(int item) {
            int at = Arrays.binarySearch(items, item);
            while (at > 0 && items[at - 1] == item) {
                at--;
            }
            return at;
        }

        /** The walk is complete: one contribution for each signed action on its first item; none if the item was only seen. */
        private void meetItem(Neighbours row, int i, int firstAction, double value) {
            if (firstAction < 0) {
                return;
            }
            double product = leave(row, i, 0, value);
            for (int at = firstAction; at < items.length && items[at] == nodes[0]; at++) {
                Action action = actions.get(at);
                found.add(new PathContribution(evidence(action), action.weight() / totalWeight * product));
            }
        }

        /** The walk as it is, from the user. */
        private EvidencePath evidence() {
            List<EvidencePath.Step> walked = new ArrayList<>();
            for (int i = 0; i < relationshipIds.length; i++) {
                walked.add(new EvidencePath.Step(steps.get(i).type().index(), relationshipIds[i]));
            }
            return new EvidencePath(Arrays.stream(nodes).boxed().toList(), walked);
        }

        private EvidencePath evidence(Action action) {
            Integer[] visited = new Integer[nodes.length + 1];
            EvidencePath.Step[] walked = new EvidencePath.Step[nodes.length];
            visited[0] = askingUser;
            walked[0] = new EvidencePath.Step(action.typeIndex(), action.relationshipId());
            for (int i = 0; i < nodes.length; i++) {
                visited[i + 1] = nodes[i];
            }
            for (int i = 0; i < relationshipIds.length; i++) {
                walked[i + 1] = new EvidencePath.Step(steps.get(i).type().index(), relationshipIds[i]);
            }
            return new EvidencePath(List.of(visited), List.of(walked));
        }
    }
}
