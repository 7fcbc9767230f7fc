package dev.clew.benchmarks.vectors;

import dev.clew.benchmarks.report.MarkdownTable;
import dev.clew.benchmarks.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells of a run in Markdown. */
record VectorsReport(VectorsResult result, Origin origin) {

    List<String> markdown() {
        var lines = new ArrayList<>(origin.heading("Trained vectors on " + result.dataset()));
        lines.add(format(
                "Lists of %d from the spectral vectors of %,d items in %d dimensions, published in the database; one client. *exact* multiplies all of every vector, *pruned* is what is served; *-filter* adds the linear filter, as training does by default.",
                VectorsSettings.K, result.items(), result.dimension()));
        lines.add("");
        lines.addAll(table());
        lines.add("");
        lines.add(format(
                "Pruned and exact lists of %,d users, with and without the filter: %,d differ in an item or a score.",
                result.comparedLists(), result.differentLists()));
        lines.add("");
        lines.add(publishing(result.publishing()));
        if (result.newItems() != null) {
            lines.add("");
            lines.add(newItems(result.newItems()));
        }
        return lines;
    }

    private List<String> table() {
        var table = new MarkdownTable(
                "system", "calls", "median ms", "p95 ms", "p99 ms", "over Bolt: median ms", "over Bolt: p99 ms");
        result.rows()
                .forEach(row -> table.add(
                        row.system(),
                        String.valueOf(row.calls()),
                        format("%.2f", row.p50Ms()),
                        format("%.2f", row.p95Ms()),
                        format("%.2f", row.p99Ms()),
                        format("%.2f", row.boltP50Ms()),
                        format("%.2f", row.boltP99Ms())));
        return table.lines();
    }

    private static String publishing(SwitchResult result) {
        return format(
                "While versions were published %d times, one client made %,d requests over Bolt: %d failed, %d answers were not wholly of the version they name. Median %.2f ms and p99 %.2f ms; as many requests without publishing took %.2f and %.2f ms: p99 is %.2f times as long.",
                result.publications(),
                result.calls(),
                result.failed(),
                result.mixed(),
                result.p50Ms(),
                result.p99Ms(),
                result.quietP50Ms(),
                result.quietP99Ms(),
                result.p99Ms() / result.quietP99Ms());
    }

    private static String newItems(NewItemsResult result) {
        return format(
                "%,d new items were created with the attributes of known ones, one commit each. %,d of them belong into the list of a user who did something to a like item, by the score that the same encoder gives offline; the next request missed %d. Served and offline scores differ by at most %.1e, relative.",
                result.items(), result.recommendable(), result.misses(), result.largestDifference());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
