package dev.clew.benchmarks.probe;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave and took.
 *
 * @param rows none if it failed
 * @param error what it failed with; null if it did not
 * @param begin when the statement was handed over
 * @param nanos from there to having read its last row, or to its failure
 */
public record TimedRow(
        List<Map<String, Object>> rows, @Nullable String error, ZonedDateTime begin, long nanos) {}
