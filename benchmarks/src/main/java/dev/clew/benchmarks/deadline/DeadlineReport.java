package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.report.MarkdownTable;
import dev.clew.benchmarks.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells of a run in Markdown. */
record DeadlineReport(DeadlineSettings settings, List<DeadlineRow> rows, Origin origin) {

    List<String> markdown() {
        var lines = new ArrayList<>(origin.heading("Deadline"));
        lines.add(
                "`timeoutMillis: %d`, %,d calls, 20 items each, in a graph where one user has %,d interactions and one item as many."
                        .formatted(settings.timeoutMillis(), settings.calls(), settings.degree()));
        lines.add(
                "*Over* is the time after the deadline, 0 for a call that met it; calls that a pause of the garbage collector fell into are left out and counted under *GC*, as the JVM's flight recorder tells.");
        lines.add(
                "*Partial* answers say that the deadline cut them; *silent* ones are not what they would be without a deadline and do not say so.");
        lines.add("");
        lines.addAll(table());
        return lines;
    }

    private List<String> table() {
        var table = new MarkdownTable(
                "recommender",
                "asker",
                "explain",
                "calls",
                "median ms",
                "over p99.9 ms",
                "over max ms",
                "GC",
                "over max ms with GC",
                "partial",
                "empty",
                "silent");
        rows.forEach(row -> table.add(
                row.recommender(),
                row.asker(),
                row.explain(),
                String.valueOf(row.calls()),
                millis(row.p50Ms()),
                millis(row.p999OverrunMs()),
                millis(row.maxOverrunMs()),
                String.valueOf(row.callsWithPauses()),
                millis(row.maxOverrunWithPausesMs()),
                String.valueOf(row.partial()),
                String.valueOf(row.empty()),
                String.valueOf(row.silent())));
        return table.lines();
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
