package dev.clew.core.recommend;

import java.util.function.IntPredicate;

/**
 * A question for recommendations.
 *
 * @param k most items wanted, at least 1; fewer is a normal answer when fewer can be reached
 * @param candidate which item numbers may be recommended, besides those never acted on and available at {@code asOfMillis}
 * @param asOfMillis the moment asked about
 * @param seed of everything random in the answer
 * @param explain whether each item comes with its {@link dev.clew.core.ledger.Ledger}, and in what detail
 */
public record Query(
        History history, int k, IntPredicate candidate, long asOfMillis, long seed, Budget budget, Explain explain) {

    public Query {
        if (k < 1) {
            throw new IllegalArgumentException("k (" + k + ") must be at least 1.");
        }
    }

    /** A question that asks for full ledgers or for none. */
    public Query(
            History history,
            int k,
            IntPredicate candidate,
            long asOfMillis,
            long seed,
            Budget budget,
            boolean withLedger) {
        this(history, k, candidate, asOfMillis, seed, budget, withLedger ? Explain.FULL : Explain.NONE);
    }

    /** Whether each item comes with its ledger. */
    public boolean withLedger() {
        return explain != Explain.NONE;
    }

    /** The plainest question: k items for this history, now, without limits. */
    public static Query of(History history, int k, long asOfMillis) {
        return new Query(history, k, item -> true, asOfMillis, 0, Budget.UNLIMITED, Explain.NONE);
    }

    /** The same question for another number of items. */
    public Query withK(int k) {
        return new Query(history, k, candidate, asOfMillis, seed, budget, explain);
    }

    /** The same question with full ledgers. */
    public Query explained() {
        return new Query(history, k, candidate, asOfMillis, seed, budget, Explain.FULL);
    }
}
