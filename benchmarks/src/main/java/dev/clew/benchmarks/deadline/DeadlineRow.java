package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.timing.Measurement;

/**
 * One line of {@code deadline-*.json}: a kind of call, or all of them.
 *
 * @param recommender {@code all} for all kinds together, as are {@code asker} and {@code explain} then
 * @param p999OverrunMs time after the deadline that 99.9 % of the calls stayed within, those that the garbage collector paused left out
 * @param p999OverrunWithPausesMs the same of all calls
 * @param silent partial answers that do not say so
 */
record DeadlineRow(
        String where,
        String recommender,
        String asker,
        String explain,
        long calls,
        double p50Ms,
        double p99Ms,
        double p999OverrunMs,
        double maxOverrunMs,
        double p999OverrunWithPausesMs,
        double maxOverrunWithPausesMs,
        int callsWithPauses,
        long longestPauseMs,
        int partial,
        int empty,
        int silent) {

    static final String ALL = "all";

    static DeadlineRow of(String where, String recommender, String asker, String explain, CaseResult result) {
        Measurement overruns = result.overruns();
        Measurement without = result.overrunsWithoutPauses();
        return new DeadlineRow(
                where,
                recommender,
                asker,
                explain,
                overruns.calls(),
                rounded(result.times().millisAt(50)),
                rounded(result.times().millisAt(99)),
                rounded(without.millisAt(99.9)),
                rounded(without.millisAt(100)),
                rounded(overruns.millisAt(99.9)),
                rounded(overruns.millisAt(100)),
                result.paused(),
                result.longestPauseMillis(),
                result.partial(),
                result.empty(),
                result.silent());
    }

    private static double rounded(double millis) {
        return Math.round(millis * 100) / 100.0;
    }
}
