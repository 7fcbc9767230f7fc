package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.quality.MeanQuality;
import dev.clew.benchmarks.report.JsonFile;
import dev.clew.benchmarks.report.MarkdownTable;
import dev.clew.benchmarks.timing.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a run: {@code serving.json} for all data sets, {@code serving-<dataset>.md} for its own. */
final class ServingReport {

    private final ServingRun run;

    ServingReport(ServingRun run) {
        this.run = run;
    }

    /** Replaces what {@code serving.json} says of this data set, since figures of two runs must not be compared. */
    void write(Path folder) throws IOException {
        var json = new JsonFile(folder.resolve("serving.json"));
        var rows = new ArrayList<>(json.readList(ServingRow.class));
        rows.removeIf(row -> row.dataset().equals(run.settings().dataset()));
        rows.addAll(run.rows());
        json.write(rows);
        Path table = folder.resolve("serving-%s.md".formatted(run.settings().dataset()));
        Files.write(table, markdown(), StandardCharsets.UTF_8);
    }

    List<String> markdown() {
        var lines = new ArrayList<String>();
        lines.add("# Serving %s".formatted(run.settings().dataset()));
        lines.add("");
        lines.addAll(origin());
        lines.add("");
        lines.addAll(table());
        lines.addAll(section("Targets", new Targets(run.rows()).table()));
        lines.addAll(section("Beside Clew's default", new SideBySide(run.rows()).table()));
        lines.addAll(section("Not measured", failures()));
        lines.addAll(section("Made ready beforehand", preparations()));
        return lines;
    }

    private List<String> origin() {
        return List.of(
                "Made by `%s` at commit %s.".formatted(run.command(), run.revision()),
                "",
                "%s; Neo4j %s over Bolt, server and clients on the same machine.".formatted(run.machine(), run.neo4j()),
                "Systems took turns in %d rounds, in the opposite order in every other one. *Load* is the highest load average of a minute seen at the end of a round."
                        .formatted(run.settings().rounds()),
                "A call given up after %d s counts with the time it took and as an empty list. Accuracy is over *users*, means over different numbers of users must not be compared."
                        .formatted(run.settings().timeout().toSeconds()));
    }

    private List<String> table() {
        var table = new MarkdownTable(
                "system",
                "clients",
                "median ms",
                "p95 ms",
                "p99 ms",
                "calls/s",
                "Recall@20",
                "NDCG@20",
                "users",
                "calls",
                "timed out",
                "load");
        run.results()
                .forEach(result ->
                        result.byClients().forEach((clients, measured) -> table.add(cells(result, clients, measured))));
        return table.lines();
    }

    private static String[] cells(SystemResult result, int clients, Measurement measured) {
        MeanQuality quality = result.quality();
        return new String[] {
            result.system().name(),
            String.valueOf(clients),
            number("%.2f", measured.millisAt(50)),
            number("%.2f", measured.millisAt(95)),
            number("%.2f", measured.millisAt(99)),
            number("%.1f", measured.perSecond()),
            quality == null ? "" : number("%.4f", quality.recall()),
            quality == null ? "" : number("%.4f", quality.ndcg()),
            quality == null ? "" : String.valueOf(quality.users()),
            String.valueOf(measured.calls()),
            String.valueOf(measured.timeouts()),
            number("%.1f", result.load(clients))
        };
    }

    private List<String> failures() {
        return run.results().stream()
                .filter(result -> result.failure() != null)
                .map(result -> "- %s: %s".formatted(result.system().name(), result.failure()))
                .toList();
    }

    private List<String> preparations() {
        return run.preparations().stream()
                .map(outcome -> "- %s: %s".formatted(outcome.preparation().title(), told(outcome)))
                .toList();
    }

    private static String told(PreparationOutcome outcome) {
        if (outcome.failure() != null) {
            return outcome.failure();
        }
        return outcome.seconds() == 0 ? "kept from an earlier run" : number("%.1f s", outcome.seconds());
    }

    private static List<String> section(String title, List<String> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of("", title + ":", ""));
        lines.addAll(items);
        return lines;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
