package dev.clew.benchmarks.freshness;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.database.LoadedGraph;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.benchmarks.database.StoreFolder;
import dev.clew.benchmarks.report.Machine;
import dev.clew.benchmarks.report.Revision;
import dev.clew.benchmarks.timing.ClosedLoop;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import dev.clew.ingest.GraphSources;
import dev.clew.ingest.source.GraphSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Loads, writes and asks, measures commits, and reports. */
final class FreshnessBenchmark {

    private static final String TAG_KEY = CypherFile.read(FreshnessBenchmark.class, "tag-key");
    private static final String SEED = CypherFile.read(FreshnessBenchmark.class, "seed");

    /** Beyond all keys of published data sets. */
    private static final long FIRST_KEY = 1_000_000_000_000L;

    private static final int SHOWN_MISSES = 10;
    private static final int PROGRESS_STEPS = 10;
    private static final Duration LIMIT = Duration.ofHours(2);

    private final FreshnessSettings settings;
    private final Installation installation;
    private final Console console;

    FreshnessBenchmark(FreshnessSettings settings, Installation installation, Console console) {
        this.settings = settings;
        this.installation = installation;
        this.console = console;
    }

    /** Returns the number of misses. */
    int run() throws Exception {
        GraphSource source = GraphSources.triples(settings.data());
        try (var folder = StoreFolder.of(null, settings.dataset());
                MeasuredDatabase database = console.step(
                                "Starting Neo4j", () -> MeasuredDatabase.start(installation, folder.path()))
                        .result()) {
            LoadedGraph graph = LoadedGraph.load(source, database, console);
            Map<String, Object> declaration = ProbeDeclaration.extend(source.declaration());
            database.rows(TAG_KEY, Map.of());
            database.rows(SEED, Map.of("n", FIRST_KEY));
            graph.declare(declaration);
            var visible = new Visibility();
            Queue<Miss> misses = pairs(database, visible);
            console.line("Timing commits ...");
            var compared = new CommitCost(database, console).measure(settings.commits(), settings.rounds());
            report(new FreshnessRun(
                    settings,
                    List.copyOf(misses),
                    visible.measured(),
                    compared,
                    Machine.description(),
                    database.version(),
                    Revision.of(installation.root())));
            return misses.size();
        }
    }

    /** In some steps, so that there is progress to tell. */
    private Queue<Miss> pairs(MeasuredDatabase database, Visibility visible) throws InterruptedException {
        Queue<Miss> misses = new ConcurrentLinkedQueue<>();
        int done = 0;
        for (int step = 1; step <= PROGRESS_STEPS; step++) {
            int end = (int) ((long) settings.pairs() * step / PROGRESS_STEPS);
            int first = done;
            new ClosedLoop(settings.clients(), end - first, LIMIT).run(() -> client(database, first, misses, visible));
            done = end;
            console.line("%,d of %,d pairs, %,d misses".formatted(done, settings.pairs(), misses.size()));
        }
        new ArrayList<>(misses).stream().limit(SHOWN_MISSES).forEach(miss -> console.line("Missed: " + miss));
        return misses;
    }

    private static OffsetClient client(MeasuredDatabase database, int first, Queue<Miss> misses, Visibility visible) {
        return new OffsetClient(new PairClient(database.driver(), FIRST_KEY + 10, misses, visible), first);
    }

    private void report(FreshnessRun run) throws IOException {
        var report = new FreshnessReport(run);
        report.write(settings.out());
        console.line("");
        report.markdown().forEach(console::line);
        console.line("");
        console.line("Written to %s".formatted(settings.out().toAbsolutePath().normalize()));
    }
}
