package dev.clew.core.path.learn;

/**
 * Settings of {@link PathWeightLearner}.
 *
 * @param users most users to learn from, and as many again to judge by, at least 1
 * @param candidates most items of a user to tell the held-out ones from, besides those, at least 10
 * @param regularization how much large weights cost, at least 0: keeps what few examples speak for small
 * @param k length of the lists judged, at least 1
 * @param asOfMillis the moment at which an item must be available to be in a list
 * @param seed of which users and items are drawn
 */
public record PathLearningParameters(
        int users, int candidates, double regularization, int k, long asOfMillis, long seed) {

    /** The defaults, at a moment. */
    public static PathLearningParameters at(long asOfMillis) {
        return new PathLearningParameters(1000, 400, 1e-3, 20, asOfMillis, 0);
    }

    public PathLearningParameters {
        check(users >= 1, "users", users, "at least 1");
        check(candidates >= 10, "candidates", candidates, "at least 10");
        check(regularization >= 0, "regularization", regularization, "at least 0");
        check(k >= 1, "k", k, "at least 1");
    }

    private static void check(boolean holds, String name, double value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(name + " (" + value + ") must be " + rule + ".");
        }
    }
}
