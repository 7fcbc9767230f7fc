package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What Clew's default has to reach beside the other systems of the same run, and whether it did. */
final class Targets {

    private static final String CLEW = "clew";
    private static final String TRIVIAL = "trivial";
    private static final String EXPLAINED = "clew-explain-short";
    private static final int ALONE = 1;
    private static final int CROWD = 8;

    private final List<ServingRow> rows;
    private final MarkdownTable table = new MarkdownTable("target", "bound", "measured", "met");
    private boolean any;

    Targets(List<ServingRow> rows) {
        this.rows = rows;
    }

    /** A table of those whose systems were measured; empty if none was. */
    List<String> table() {
        more("median over a trivial call, one client", ServingRow::p50Ms, 1);
        more("p99 over a trivial call, one client", ServingRow::p99Ms, 6);
        faster("cypher-tuned", 15);
        faster("gds-pagerank", 100);
        faster("gds-fastrp-index", 1);
        pair(CLEW, TRIVIAL, CROWD)
                .ifPresent(pair -> add(
                        "calls/s of a trivial call's, eight clients",
                        ">= 50 %",
                        "%.0f %%",
                        100 * pair.a().perSecond() / pair.b().perSecond(),
                        share -> share >= 50));
        pair(EXPLAINED, CLEW, ALONE)
                .ifPresent(pair -> add(
                        "`explain: 'short'` on p99, one client",
                        "<= +20 %",
                        "%+.0f %%",
                        100 * (pair.a().p99Ms() / pair.b().p99Ms() - 1),
                        added -> added <= 20));
        return any ? table.lines() : List.of();
    }

    private void more(String target, ToDoubleFunction<ServingRow> millis, double most) {
        pair(CLEW, TRIVIAL, ALONE)
                .ifPresent(pair -> add(
                        target,
                        "<= +%.1f ms".formatted(most),
                        "%+.2f ms",
                        millis.applyAsDouble(pair.a()) - millis.applyAsDouble(pair.b()),
                        added -> added <= most));
    }

    private void faster(String peer, double times) {
        pair(peer, CLEW, ALONE)
                .ifPresent(pair -> add(
                        "faster than %s at the median, one client".formatted(peer),
                        "%s %.0f x".formatted(times > 1 ? ">=" : ">", times),
                        "%.1f x",
                        pair.a().p50Ms() / pair.b().p50Ms(),
                        ratio -> times > 1 ? ratio >= times : ratio > times));
    }

    private record Pair(ServingRow a, ServingRow b) {}

    private interface Bound {
        boolean holds(double value);
    }

    private void add(String target, String bound, String format, double value, Bound met) {
        any = true;
        table.add(target, bound, String.format(Locale.ROOT, format, value), met.holds(value) ? "yes" : "no");
    }

    private Optional<Pair> pair(String a, String b, int clients) {
        return row(a, clients).flatMap(first -> row(b, clients).map(second -> new Pair(first, second)));
    }

    private Optional<ServingRow> row(String system, int clients) {
        return rows.stream()
                .filter(row -> row.system().equals(system) && row.clientThreads() == clients)
                .findFirst();
    }
}
