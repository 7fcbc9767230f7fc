package dev.clew.evaluation.run;

import dev.clew.evaluation.statistics.Interval;
import java.util.Map;

/**
 * Quality for a part of the users, or of the relevant items.
 *
 * @param by what tells the parts apart: {@code history length} or {@code item age}
 * @param name for example {@code 5 to 9}
 * @param size users, or relevant pairs
 */
public record Segment(String by, String name, int size, Map<String, Interval> metrics) {}
