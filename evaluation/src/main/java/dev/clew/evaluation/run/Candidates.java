package dev.clew.evaluation.run;

import dev.clew.evaluation.metric.ItemFacts;
import java.util.function.IntPredicate;

/** Which items are ranked. */
public enum Candidates {
    /** The whole catalogue. */
    ALL,
    /** Items that nobody liked in the train graph; relevant items that are none of these do not count. */
    NEW;

    IntPredicate predicate(ItemFacts facts) {
        return this == ALL ? item -> true : facts::isNew;
    }
}
