package dev.clew.core.recommend;

import dev.clew.core.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * One item of an answer.
 *
 * @param item node number
 * @param ledger what the score is the sum of; null unless the query asked for it
 */
public record Recommendation(
        int item, double score, @Nullable Ledger ledger) {}
