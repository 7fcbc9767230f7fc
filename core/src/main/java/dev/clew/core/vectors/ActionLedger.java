package dev.clew.core.vectors;

import dev.clew.core.ledger.ActionContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The ledger of a score that is a sum over the user's actions: one contribution for each that adds anything. */
final class ActionLedger {
    private ActionLedger() {}

    /** @param kernel what an action of weight 1 on an item adds */
    static Ledger of(History history, IntToDoubleFunction kernel) {
        return of(history, kernel, List.of());
    }

    /** @param others what adds to the score besides */
    static Ledger of(History history, IntToDoubleFunction kernel, List<Contribution> others) {
        List<Contribution> contributions = new ArrayList<>(others);
        double score = others.stream().mapToDouble(Contribution::value).sum();
        for (Action action : history.signed()) {
            double value = action.weight() * kernel.applyAsDouble(action.item());
            if (value != 0) {
                contributions.add(new ActionContribution(path(history, action), 1, value));
                score += value;
            }
        }
        return new Ledger(score, contributions);
    }

    static EvidencePath path(History history, Action action) {
        return new EvidencePath(
                List.of(history.user(), action.item()),
                List.of(new EvidencePath.Step(action.typeIndex(), action.relationshipId())));
    }
}
