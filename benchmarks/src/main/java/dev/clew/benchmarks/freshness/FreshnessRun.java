package dev.clew.benchmarks.freshness;

import java.util.List;

/**
 * A finished run.
 *
 * @param settings what was asked for
 * @param misses in the order they were noticed
 * @param commits what following the graph adds
 * @param machine the machine in one line
 * @param neo4j version of the database
 * @param revision the measured commit
 */
record FreshnessRun(
        FreshnessSettings settings,
        List<Miss> misses,
        CommitCost.Compared commits,
        String machine,
        String neo4j,
        String revision) {

    FreshnessRow row() {
        return new FreshnessRow(settings.pairs(), misses.size(), Math.round(commits.addedPercent() * 100) / 100.0);
    }

    long missesOf(String kind) {
        return misses.stream().filter(miss -> miss.change().kind().equals(kind)).count();
    }

    /** How many pairs are of the kind with this place in the turn. */
    int pairsOf(int kind) {
        int kinds = Change.KINDS.size();
        return (settings.pairs() - kind + kinds - 1) / kinds;
    }
}
