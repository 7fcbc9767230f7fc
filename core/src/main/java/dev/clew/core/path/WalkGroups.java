package dev.clew.core.path;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.LedgerBudget;
import dev.clew.core.recommend.Recommendation;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums the walks to an item by what makes them one reason, without writing any of them down: those from the same history item along the same path,
 * and for attributes through the same one. The largest group is told, the others are summed up.
 *
 * <p>Paths of two steps are summed by {@link WalksByMiddle}, those of another length walk by walk by {@link WalkFinder}.
 *
 * <p>Cost: see {@link WalksByMiddle}. One answer, one thread.
 */
final class WalkGroups {
    private final LedgerBudget budget;
    private final WalkFinder finder;
    private final List<WalksByMiddle> twoSteps = new ArrayList<>();
    private final List<WeightedPath> others = new ArrayList<>();

    /**
     * The item of some of the user's actions.
     *
     * @param action the one that weighs most
     * @param weight the sum of all their weights
     */
    record Start(Action action, double weight) {
        int item() {
            return action.item();
        }

        Start with(Action more) {
            boolean heavier = Math.abs(more.weight()) > Math.abs(action.weight());
            return new Start(heavier ? more : action, weight + more.weight());
        }
    }

    WalkGroups(
            RecommendationGraph graph,
            History history,
            MetaPathParameters parameters,
            List<WeightedPath> paths,
            List<WalkScores.UsedRow> rows,
            LedgerBudget budget) {
        this.budget = budget;
        this.finder = new WalkFinder(graph, history, parameters, budget);
        List<Start> starts = starts(history.signed());
        for (WeightedPath path : paths) {
            if (path.path().steps().size() == 2 && !path.path().startsAtUser()) {
                twoSteps.add(new WalksByMiddle(graph, history, parameters, path, starts, rows, budget));
            } else {
                others.add(path);
            }
        }
    }

    /** @param actions by item */
    private static List<Start> starts(List<Action> actions) {
        List<Start> starts = new ArrayList<>(actions.size());
        for (Action action : actions) {
            int last = starts.size() - 1;
            if (last >= 0 && starts.get(last).item() == action.item()) {
                starts.set(last, starts.get(last).with(action));
            } else {
                starts.add(new Start(action, action.weight()));
            }
        }
        return starts;
    }

    /**
     * The item's ledger: its largest group, and the sum of the others.
     *
     * @param cut whether the score is of a part of the walks only
     */
    Ledger ledger(Recommendation item, boolean cut) {
        budget.nextItem();
        LargestGroup largest = new LargestGroup();
        boolean complete = !cut;
        for (WalksByMiddle path : twoSteps) {
            boolean met = path.offerGroups(item.item(), largest);
            complete &= met && path.isComplete();
        }
        return largest.ledger(item.score(), offerOthers(item.item(), largest) && complete);
    }

    private boolean offerOthers(int item, LargestGroup largest) {
        if (others.isEmpty()) {
            return true;
        }
        for (Contribution walk : finder.walksTo(item, others)) {
            largest.add(walk.value());
            if (largest.isBeatenBy(walk.value())) {
                largest.tell(walk);
            }
        }
        return !finder.isStopped();
    }
}
