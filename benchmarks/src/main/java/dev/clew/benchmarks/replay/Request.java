package dev.clew.benchmarks.replay;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;

/**
 * What is asked.
 *
 * @param recommender name
 * @param state number of the state of the graph
 * @param user node number
 * @param withLedger whether each item comes with what its score is the sum of
 * @param deadlineNanos time that the clock leaves for it; 0: none is set
 */
record Request(String recommender, int state, int user, long seed, boolean withLedger, long deadlineNanos) {

    private static final int ITEMS = 20;

    /** After all times in published data. */
    private static final long AS_OF_MILLIS = 1_800_000_000_000L;

    Budget budget() {
        return deadlineNanos == 0 ? Budget.UNLIMITED : new Budget(Long.MAX_VALUE, System.nanoTime() + deadlineNanos);
    }

    Query query(GraphSnapshot graph, Budget budget) {
        return new Query(History.of(graph, user), ITEMS, item -> true, AS_OF_MILLIS, seed, budget, withLedger);
    }
}
