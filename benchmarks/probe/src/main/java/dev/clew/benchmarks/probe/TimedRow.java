package dev.clew.benchmarks.probe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave and took.
 *
 * @param rows none if it failed
 * @param error what it failed with; null if it did not
 * @param nanos from handing the statement over to having read its last row, or to its failure
 * @param collections of the garbage collector meanwhile
 * @param collectionMillis how long they took
 */
public record TimedRow(
        List<Map<String, Object>> rows, @Nullable String error, long nanos, long collections, long collectionMillis) {}
