package dev.clew.benchmarks.jmh;

import dev.clew.benchmarks.report.MarkdownTable;
import dev.clew.benchmarks.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells of a run in Markdown. */
record JmhReport(List<JmhRow> rows, Origin origin) {

    List<String> markdown() {
        var lines = new ArrayList<>(origin.heading("Kernels"));
        lines.add("Means with half the width of their 99.9 % intervals.");
        lines.add("");
        lines.addAll(table());
        return lines;
    }

    private List<String> table() {
        var table = new MarkdownTable("benchmark", "parameters", "mean", "±", "unit", "measurements");
        rows.forEach(row -> table.add(
                row.benchmark(),
                row.parameters(),
                number(row.score()),
                number(row.error()),
                row.unit(),
                String.valueOf(row.measurements())));
        return table.lines();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
