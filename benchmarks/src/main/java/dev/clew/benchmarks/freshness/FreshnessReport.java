package dev.clew.benchmarks.freshness;

import dev.clew.benchmarks.report.JsonFile;
import dev.clew.benchmarks.report.MarkdownTable;
import dev.clew.benchmarks.timing.Measurement;
import dev.clew.benchmarks.timing.PairedChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a run: {@code freshness.json} and {@code freshness.md}. */
final class FreshnessReport {

    private static final int LISTED = 100;

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
        lines.addAll(List.of("", visible(), "", "Commits of one interaction, one client:", ""));
        lines.addAll(commits());
        lines.addAll(List.of("", added()));
        lines.addAll(misses());
        return lines;
    }

    private String visible() {
        return String.format(
                Locale.ROOT,
                "From a write's success to the end of an answer that knows of it: median %.2f ms, p99 %.2f ms.",
                run.visible().millisAt(50),
                run.visible().millisAt(99));
    }

    private String added() {
        PairedChange added = run.commits().added();
        return String.format(
                Locale.ROOT,
                "Added at the median: %.1f %% (95 %% interval %.1f to %.1f), the median over %d pairs of blocks; target: at most 10 %%.",
                added.percent(),
                added.lowPercent(),
                added.highPercent(),
                run.commits().ratios().size());
    }

    private List<String> misses() {
        if (run.misses().isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of("", "Misses, the first %d of them:".formatted(LISTED), ""));
        run.misses().stream().limit(LISTED).forEach(miss -> lines.add("- " + miss));
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
        var table = new MarkdownTable("commits", "timed", "median ms", "p99 ms");
        table.add(cells("without Clew", run.commits().alone()));
        table.add(cells("followed by Clew", run.commits().followed()));
        return table.lines();
    }

    private static String[] cells(String commits, Measurement measured) {
        return new String[] {
            commits,
            String.valueOf(measured.calls()),
            String.format(Locale.ROOT, "%.3f", measured.millisAt(50)),
            String.format(Locale.ROOT, "%.3f", measured.millisAt(99))
        };
    }
}
