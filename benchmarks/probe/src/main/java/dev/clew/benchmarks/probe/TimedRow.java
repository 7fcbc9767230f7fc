package dev.clew.benchmarks.probe;

import java.util.List;
import java.util.Map;

/**
 * What a statement gave and took.
 *
 * @param nanos from handing the statement over to having read its last row
 * @param collections of the garbage collector meanwhile
 * @param collectionMillis how long they took
 */
public record TimedRow(List<Map<String, Object>> rows, long nanos, long collections, long collectionMillis) {}
