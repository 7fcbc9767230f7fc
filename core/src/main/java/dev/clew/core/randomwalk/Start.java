package dev.clew.core.randomwalk;

import dev.clew.core.recommend.Action;

/**
 * Where some of the walks start.
 *
 * @param action on whose item they start
 * @param mass the part of the seed vector there; below 0 for something rejected
 */
record Start(Action action, double mass, Kind kind) {

    /** What happens to the mass. */
    enum Kind {
        /** The item has no relationships to walk: all of it stays. */
        STAYS,
        /** The first two steps are summed, the others drawn. */
        SUMMED,
        /** All steps are drawn. */
        DRAWN
    }

    int item() {
        return action.item();
    }

    boolean isSummed() {
        return kind == Kind.SUMMED;
    }

    boolean isLiked() {
        return mass > 0;
    }

    /** The part of the PageRank that is at the start itself. */
    double own(double restartProbability) {
        return kind == Kind.STAYS ? mass : restartProbability * mass;
    }

    /** How many steps a walk from here takes before it may end. */
    int forcedSteps() {
        return isSummed() ? 2 : 0;
    }

    /** The magnitude of the part of the PageRank that is left for walks. */
    double walkedMass(double restartProbability) {
        return kind == Kind.STAYS ? 0 : Math.abs(mass) * Math.pow(1 - restartProbability, forcedSteps() + 1);
    }
}
