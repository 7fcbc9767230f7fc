package dev.clew.benchmarks.jmh;

import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One line of {@code jmh.json}.
 *
 * @param benchmark class and method
 * @param parameters as {@code name=value}, empty if there are none
 * @param score mean
 * @param error half of the 99.9 % interval; 0 if there are too few measurements to tell
 * @param unit of both
 */
record JmhRow(String benchmark, String parameters, double score, double error, String unit, long measurements) {

    static JmhRow of(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        String name = result.getParams().getBenchmark();
        return new JmhRow(
                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                parameters(result),
                rounded(primary.getScore()),
                Double.isNaN(primary.getScoreError()) ? 0 : rounded(primary.getScoreError()),
                primary.getScoreUnit(),
                primary.getSampleCount());
    }

    private static String parameters(RunResult result) {
        var params = result.getParams();
        List<String> keys = List.copyOf(params.getParamsKeys());
        return keys.stream().map(key -> key + "=" + params.getParam(key)).collect(Collectors.joining(", "));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
