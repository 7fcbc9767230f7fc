package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The other systems over Clew's default, for the same number of clients in the same run. */
final class SideBySide {

    private static final String REFERENCE = "clew";

    private final List<ServingRow> rows;

    SideBySide(List<ServingRow> rows) {
        this.rows = rows;
    }

    /** A table; empty if the default was not measured. */
    List<String> table() {
        var table = new MarkdownTable(
                "system over clew", "clients", "median", "p99", "calls/s", "median ms more", "p99 ms more");
        rows.stream()
                .filter(row -> !row.system().equals(REFERENCE))
                .forEach(row -> reference(row.clientThreads()).ifPresent(clew -> table.add(cells(row, clew))));
        return reference().isEmpty() ? List.of() : table.lines();
    }

    private Optional<ServingRow> reference() {
        return rows.stream().filter(row -> row.system().equals(REFERENCE)).findFirst();
    }

    private Optional<ServingRow> reference(int clients) {
        return rows.stream()
                .filter(row -> row.system().equals(REFERENCE) && row.clientThreads() == clients)
                .findFirst();
    }

    private static String[] cells(ServingRow row, ServingRow clew) {
        return new String[] {
            row.system(),
            String.valueOf(row.clientThreads()),
            number("%.2f x", row.p50Ms() / clew.p50Ms()),
            number("%.2f x", row.p99Ms() / clew.p99Ms()),
            number("%.2f x", row.perSecond() / clew.perSecond()),
            number("%+.2f", row.p50Ms() - clew.p50Ms()),
            number("%+.2f", row.p99Ms() - clew.p99Ms())
        };
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
