package dev.clew.evaluation.run;

import dev.clew.evaluation.statistics.Interval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recommender reached and cost on a task.
 *
 * @param settings every parameter with its value
 * @param metrics by name
 * @param perUser the values of the user metrics, in the order of the users asked for; NaN where not defined
 * @param rankCpuSeconds spent on all answers together
 */
public record RecommenderResult(
        String recommender,
        Map<String, @Nullable Object> settings,
        int users,
        Map<String, Interval> metrics,
        Map<String, double[]> perUser,
        List<Segment> segments,
        double fitCpuSeconds,
        double rankCpuSeconds,
        long peakMemoryBytes) {

    /**
     * A metric's value.
     *
     * @throws IllegalArgumentException if the run did not take it, listing those it took
     */
    public double value(String metric) {
        Interval interval = metrics.get(metric);
        if (interval == null) {
            throw new IllegalArgumentException(
                    "metric (" + metric + ") must be one of " + String.join(", ", metrics.keySet()) + ".");
        }
        return interval.value();
    }
}
