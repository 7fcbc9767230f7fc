package dev.clew.benchmarks.freshness;

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

/** Writes a run: {@code freshness.json} and {@code freshness.md}. */
final class FreshnessReport {

    private final FreshnessRun run;

    FreshnessReport(FreshnessRun run) {
        this.run = run;
    }

    void write(Path folder) throws IOException {
        new JsonFile(folder.resolve("freshness.json")).write(run.row());
        Files.write(folder.resolve("freshness.md"), markdown(), StandardCharsets.UTF_8);
    }

    List<String> markdown() {
        var lines = new ArrayList<>(List.of(
                "# Freshness",
                "",
                "Made by `%s` at commit %s.".formatted(run.settings().command(), run.revision()),
                "",
                "%s; Neo4j %s over Bolt.".formatted(run.machine(), run.neo4j()),
                "Each pair is a write and, in another session, a request that starts when the write has succeeded; %d clients at once."
                        .formatted(run.settings().clients()),
                ""));
        lines.addAll(kinds());
        lines.addAll(List.of("", "Commits of one interaction, one client:", ""));
        lines.addAll(commits());
        lines.addAll(List.of(
                "",
                String.format(
                        Locale.ROOT,
                        "Added at the median: %.1f %%.",
                        run.commits().addedPercent())));
        return lines;
    }

    private List<String> kinds() {
        var table = new MarkdownTable("kind", "pairs", "misses");
        for (int kind = 0; kind < Change.KINDS.size(); kind++) {
            String name = Change.KINDS.get(kind).get(0).kind();
            table.add(name, String.valueOf(run.pairsOf(kind)), String.valueOf(run.missesOf(name)));
        }
        return table.lines();
    }

    private List<String> commits() {
        var table = new MarkdownTable("graph", "commits", "median ms", "p99 ms");
        table.add(cells("dropped", run.commits().dropped()));
        table.add(cells("declared", run.commits().declared()));
        return table.lines();
    }

    private static String[] cells(String graph, Measurement measured) {
        return new String[] {
            graph,
            String.valueOf(measured.calls()),
            String.format(Locale.ROOT, "%.3f", measured.millisAt(50)),
            String.format(Locale.ROOT, "%.3f", measured.millisAt(99))
        };
    }
}
