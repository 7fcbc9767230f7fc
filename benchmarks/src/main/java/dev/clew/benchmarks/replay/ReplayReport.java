package dev.clew.benchmarks.replay;

import dev.clew.benchmarks.report.MarkdownTable;
import dev.clew.benchmarks.report.Origin;
import java.util.ArrayList;
import java.util.List;

/** Tells of a run in Markdown. */
record ReplayReport(ReplaySettings settings, List<ReplayRow> rows, Origin origin) {

    List<String> markdown() {
        var lines = new ArrayList<>(origin.heading("Replay of " + settings.dataset()));
        lines.add(
                "Requests of users at random in %d states of the graph, half of them with a deadline between 0.01 and 3 ms, one in 16 with ledgers; in memory, without a database."
                        .formatted(settings.states()));
        lines.add(
                "Asked again with `workDone` as the budget and no deadline; *different* counts answers of which a key, its place, or a bit of a score or contribution is not the same.");
        lines.add("");
        lines.addAll(table());
        return lines;
    }

    private List<String> table() {
        var table = new MarkdownTable("recommender", "threads", "requests", "cut by the clock", "different");
        rows.forEach(row -> table.add(
                row.recommender(),
                String.valueOf(row.threads()),
                String.valueOf(row.requests()),
                String.valueOf(row.cut()),
                String.valueOf(row.different())));
        return table.lines();
    }
}
