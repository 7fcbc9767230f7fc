package dev.clew.evaluation.run;

import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;

/** A user of a task with what is to be found. */
final class AskedUser {
    private final History history;
    private final int[] relevant;

    /** @param relevant items that may be recommended and were held out; owned by this object from now on */
    AskedUser(History history, int[] relevant) {
        this.history = history;
        this.relevant = relevant;
    }

    History history() {
        return history;
    }

    /** Not to be written to. */
    int[] relevant() {
        return relevant;
    }

    /** The items liked in the train graph, ascending. */
    int[] liked() {
        return history.actions().stream()
                .filter(action -> action.weight() > 0)
                .mapToInt(Action::item)
                .distinct()
                .toArray();
    }
}
