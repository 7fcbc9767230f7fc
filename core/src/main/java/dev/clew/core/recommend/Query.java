package dev.clew.core.recommend;

import java.util.function.IntPredicate;

/**
 * A question for recommendations.
 *
 * @param k most items wanted, at least 1; fewer is a normal answer when fewer can be reached
 * @param candidate which item numbers may be recommended, besides those never acted on and available at {@code asOfMillis}
 * @param asOfMillis the moment asked about
 * @param seed of everything random in the answer
 * @param withLedger whether each item comes with its {@link dev.clew.core.ledger.Ledger}
 */
public record Query(
        History history, int k, IntPredicate candidate, long asOfMillis, long seed, Budget budget, boolean withLedger) {

    public Query {
        if (k < 1) {
            throw new IllegalArgumentException("k (" + k + ") must be at least 1.");
        }
    }

    /** The plainest question: k items for this history, now, without limits. */
    public static Query of(History history, int k, long asOfMillis) {
        return new Query(history, k, item -> true, asOfMillis, 0, Budget.UNLIMITED, false);
    }

    public Query explained() {
        return new Query(history, k, candidate, asOfMillis, seed, budget, true);
    }
}
