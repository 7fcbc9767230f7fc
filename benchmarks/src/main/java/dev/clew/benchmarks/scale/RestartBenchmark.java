package dev.clew.benchmarks.scale;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.benchmarks.database.StoreFolder;
import dev.clew.benchmarks.report.JsonFile;
import dev.clew.benchmarks.report.Machine;
import dev.clew.benchmarks.report.MarkdownTable;
import dev.clew.benchmarks.report.Revision;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.CommandFailedException;
import dev.clew.cli.process.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.driver.Record;

/** Makes a store, then starts Neo4j on it several times and waits for the snapshot. */
final class RestartBenchmark {
    private static final int PER_USER = 100;
    private static final int PER_ITEM = 500;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final RestartSettings settings;
    private final Installation installation;
    private final Console console;

    RestartBenchmark(RestartSettings settings, Installation installation, Console console) {
        this.settings = settings;
        this.installation = installation;
        this.console = console;
    }

    void run() throws Exception {
        List<Restart> restarts = new ArrayList<>();
        try (var folder = StoreFolder.of(null, "restart")) {
            console.step("Making a store of %,d interactions".formatted(settings.interactions()), () -> {
                makeStore(folder.path());
                return folder;
            });
            for (int i = 1; i <= settings.restarts(); i++) {
                restarts.add(console.step("Restart %d".formatted(i), () -> restart(folder.path()))
                        .result());
            }
        }
        report(restarts);
    }

    private void makeStore(Path folder) {
        int users = Math.max(1, settings.interactions() / PER_USER);
        int items = Math.max(1, settings.interactions() / PER_ITEM);
        try (MeasuredDatabase database = MeasuredDatabase.start(installation, folder)) {
            run(database, "index-items", Map.of());
            run(database, "create-users", Map.of("count", users));
            run(database, "create-items", Map.of("count", items));
            run(database, "await-indexes", Map.of());
            run(database, "create-interactions", Map.of("perUser", PER_USER, "items", items));
            run(database, "declare", Map.of());
            awaitReady(database);
        }
    }

    private Restart restart(Path folder) {
        long begin = System.nanoTime();
        try (MeasuredDatabase database = MeasuredDatabase.start(installation, folder)) {
            double boltSeconds = secondsSince(begin);
            Record status = awaitReady(database);
            return new Restart(
                    status.get("interactions").asLong(),
                    status.get("bytes").asLong(),
                    boltSeconds,
                    secondsSince(begin),
                    status.get("buildMillis").asLong() / 1e3);
        }
    }

    private static Record awaitReady(MeasuredDatabase database) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        Record status = run(database, "status", Map.of()).get(0);
        while (!"ready".equals(status.get("state").asString())) {
            if ("failed".equals(status.get("state").asString()) || System.nanoTime() > end) {
                throw new CommandFailedException(
                        CommandFailedException.FAILED,
                        "The snapshot is not ready: %s"
                                .formatted(status.get("message").asString("")));
            }
            LockSupport.parkNanos(POLL.toNanos());
            status = run(database, "status", Map.of()).get(0);
        }
        return status;
    }

    private static List<Record> run(MeasuredDatabase database, String statement, Map<String, Object> parameters) {
        return database.rows(CypherFile.read(RestartBenchmark.class, statement), parameters);
    }

    private static double secondsSince(long beginNanos) {
        return (System.nanoTime() - beginNanos) / 1e9;
    }

    private void report(List<Restart> restarts) throws IOException, InterruptedException {
        List<String> lines = markdown(restarts);
        new JsonFile(settings.out().resolve("restart.json")).write(restarts);
        Files.write(settings.out().resolve("restart.md"), lines, StandardCharsets.UTF_8);
        console.line("");
        lines.forEach(console::line);
        console.line("");
        console.line("Written to %s".formatted(settings.out().toAbsolutePath().normalize()));
    }

    private List<String> markdown(List<Restart> restarts) throws InterruptedException {
        var lines = new ArrayList<>(List.of(
                "# Restart",
                "",
                "Made by `%s` at commit %s.".formatted(settings.command(), Revision.of(installation.root())),
                "",
                Machine.description() + "; Neo4j started anew on the same store, the operating system's cache warm.",
                "The store holds %,d interactions with a weight and a time each.".formatted(settings.interactions()),
                "Times are from the start of the process; the last column is reading the store and building the snapshot, part of the"
                        + " one before it.",
                ""));
        var table = new MarkdownTable("restart", "Bolt answers, s", "snapshot ready, s", "of it building, s");
        for (int i = 0; i < restarts.size(); i++) {
            Restart it = restarts.get(i);
            table.add(
                    String.valueOf(i + 1),
                    seconds(it.boltSeconds()),
                    seconds(it.readySeconds()),
                    seconds(it.buildSeconds()));
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
