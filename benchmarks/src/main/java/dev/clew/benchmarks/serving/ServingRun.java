package dev.clew.benchmarks.serving;

import java.util.List;

/**
 * A finished run.
 *
 * @param settings what was asked for
 * @param results in the order of measuring, those that failed included
 * @param preparations what the peers needed
 * @param machine the machine in one line
 * @param neo4j version of the database
 * @param revision the measured commit
 */
record ServingRun(
        ServingSettings settings,
        List<SystemResult> results,
        List<PreparationOutcome> preparations,
        String machine,
        String neo4j,
        String revision) {

    ServingRun {
        results = List.copyOf(results);
        preparations = List.copyOf(preparations);
    }

    List<ServingRow> rows() {
        String dataset = settings.dataset();
        return results.stream()
                .flatMap(result -> result.byClients().entrySet().stream()
                        .map(entry -> ServingRow.of(result, dataset, entry.getKey(), entry.getValue())))
                .toList();
    }

    /** The command that makes the same figures; where data and results lie is left to whoever runs it. */
    String command() {
        String systems = settings.systems().isEmpty()
                ? "all"
                : String.join(",", settings.systems().stream().sorted().toList());
        String clients = String.join(
                ",", settings.clients().stream().map(String::valueOf).toList());
        return "./clew bench serving --data %s --users %d --calls %d --warmup %d --rounds %d --clients %s --systems %s --timeout %d --limit %d --build-limit %d --seed %d"
                .formatted(
                        settings.dataset(),
                        settings.users(),
                        settings.calls(),
                        settings.warmup(),
                        settings.rounds(),
                        clients,
                        systems,
                        settings.timeout().toSeconds(),
                        settings.limit().toSeconds(),
                        settings.buildLimit().toSeconds(),
                        settings.seed());
    }
}
