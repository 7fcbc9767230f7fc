package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.database.LoadedGraph;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.benchmarks.database.StoreFolder;
import dev.clew.benchmarks.quality.HeldOutItems;
import dev.clew.benchmarks.report.Machine;
import dev.clew.benchmarks.report.Revision;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import dev.clew.ingest.GraphSources;
import dev.clew.ingest.source.GraphSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Loads, prepares, measures all systems in turn and reports. */
final class ServingBenchmark {

    private final ServingSettings settings;
    private final Installation installation;
    private final Console console;

    ServingBenchmark(ServingSettings settings, Installation installation, Console console) {
        this.settings = settings;
        this.installation = installation;
        this.console = console;
    }

    void run() throws Exception {
        GraphSource source = GraphSources.triples(settings.data());
        HeldOutItems heldOut = HeldOutItems.read(source);
        console.line(String.format(Locale.ROOT, "%s, load %.1f", Machine.description(), Machine.load()));
        try (var folder = StoreFolder.of(settings.state(), settings.dataset());
                MeasuredDatabase database = console.step(
                                "Starting Neo4j", () -> MeasuredDatabase.start(installation, folder.path()))
                        .result()) {
            report(measure(source, heldOut, database));
        }
    }

    private ServingRun measure(GraphSource source, HeldOutItems heldOut, MeasuredDatabase database)
            throws InterruptedException {
        List<ServedSystem> systems =
                SystemCatalogue.with(database.recommenders()).select(settings.systems());
        LoadedGraph graph = LoadedGraph.load(source, database, console);
        // Before declaring, so that Clew need not follow millions of writes that do not concern it.
        List<PreparationOutcome> preparations = new Preparer(database, settings.buildLimit(), console).prepare(systems);
        graph.declare(source.declaration());
        List<SystemResult> results = results(systems, preparations);
        measure(results, new SystemMeasurer(database.driver(), settings, heldOut, console));
        return new ServingRun(
                settings,
                results,
                preparations,
                Machine.description(),
                database.version(),
                Revision.of(installation.root()));
    }

    private void measure(List<SystemResult> results, SystemMeasurer measurer) throws InterruptedException {
        for (SystemResult result : results) {
            measurer.warmUp(result);
        }
        for (int round = 0; round < settings.rounds(); round++) {
            round(results, measurer, round);
        }
    }

    /** Neighbours in the catalogue are timed one right after the other, so that a slow minute of the machine hits both. */
    private void round(List<SystemResult> results, SystemMeasurer measurer, int round) throws InterruptedException {
        List<SystemResult> order = new ArrayList<>(results);
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        for (int clients : settings.clients()) {
            for (SystemResult result : order) {
                measurer.measure(result, clients, round);
            }
        }
    }

    /** Nothing measured yet; systems that lack what they need have failed already. */
    private static List<SystemResult> results(List<ServedSystem> systems, List<PreparationOutcome> preparations) {
        List<SystemResult> results = systems.stream().map(SystemResult::new).toList();
        for (SystemResult result : results) {
            preparations.stream()
                    .filter(outcome ->
                            outcome.failed() && result.system().needs().contains(outcome.preparation()))
                    .findFirst()
                    .ifPresent(outcome ->
                            result.fail("%s: %s".formatted(outcome.preparation().title(), outcome.failure())));
        }
        return results;
    }

    private void report(ServingRun run) throws IOException {
        var report = new ServingReport(run);
        report.write(settings.out());
        console.line("");
        report.markdown().forEach(console::line);
        console.line("");
        console.line("Written to %s".formatted(settings.out().toAbsolutePath().normalize()));
    }
}
