package dev.clew.benchmarks.vectors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished run: what {@code vectors-DATASET.json} holds.
 *
 * @param items with vectors
 * @param comparedLists of users, asked for both ways
 * @param differentLists of them, those whose items or scores differ
 */
record VectorsResult(
        String dataset,
        int items,
        int dimension,
        List<VectorsRow> rows,
        int comparedLists,
        int differentLists,
        SwitchResult publishing,
        @Nullable NewItemsResult newItems) {
    private static final double LARGEST_DIFFERENCE = 1e-5;

    boolean isAsClaimed() {
        boolean newItemsFound =
                newItems == null || (newItems.misses() == 0 && newItems.largestDifference() <= LARGEST_DIFFERENCE);
        return differentLists == 0 && publishing.failed() == 0 && publishing.mixed() == 0 && newItemsFound;
    }
}
