package dev.clew.benchmarks.freshness;

import dev.clew.benchmarks.timing.Measurement;
import dev.clew.benchmarks.timing.PairedChange;
import java.util.List;

/**
 * A finished run.
 *
 * @param settings what was asked for
 * @param misses in the order they were noticed
 * @param visible from each write's success to the end of the answer after it
 * @param commits what following the graph adds
 * @param machine the machine in one line
 * @param neo4j version of the database
 * @param revision the measured commit
 */
record FreshnessRun(
        FreshnessSettings settings,
        List<Miss> misses,
        Measurement visible,
        CommitCost.Compared commits,
        String machine,
        String neo4j,
        String revision) {

    FreshnessRow row() {
        PairedChange added = commits.added();
        return new FreshnessRow(
                settings.pairs(),
                misses.size(),
                rounded(added.percent()),
                rounded(added.lowPercent()),
                rounded(added.highPercent()),
                rounded(visible.millisAt(50)),
                rounded(visible.millisAt(99)));
    }

    long missesOf(String kind) {
        return misses.stream().filter(miss -> miss.change().kind().equals(kind)).count();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** How many pairs are of the kind with this place in the turn. */
    int pairsOf(int kind) {
        int kinds = Change.KINDS.size();
        return (settings.pairs() - kind + kinds - 1) / kinds;
    }
}
