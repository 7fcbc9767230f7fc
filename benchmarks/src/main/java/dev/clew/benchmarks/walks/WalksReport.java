package dev.clew.benchmarks.walks;

import dev.clew.benchmarks.report.MarkdownTable;
import dev.clew.benchmarks.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells of a run in Markdown. */
record WalksReport(WalksSettings settings, WalksRun run, Origin origin) {

    List<String> markdown() {
        var lines = new ArrayList<>(origin.heading("Random walks on " + settings.dataset()));
        lines.add(format(
                "Lists of %d for users at random, in memory, one thread; restart probability %s. *exact* is forward push at a tolerance of 1e-9 for 500 items, *personalized-pagerank* the same at its default tolerance.",
                WalksSettings.K, settings.restartProbability()));
        lines.add(
                "The difference is that of Recall@20 from exact, relative, with its paired 95 % interval over users; a user's lists by several seeds count by their mean.");
        lines.add("");
        lines.addAll(table());
        lines.add("");
        lines.addAll(claims(run.claims()));
        return lines;
    }

    private List<String> table() {
        var table = new MarkdownTable(
                "system", "users", "Recall@20", "NDCG@20", "difference %", "from", "to", "median ms", "p99 ms");
        run.rows()
                .forEach(row -> table.add(
                        row.system(),
                        String.valueOf(row.users()),
                        format("%.4f", row.recallAt20()),
                        format("%.4f", row.ndcgAt20()),
                        format("%.2f", row.differencePercent()),
                        format("%.2f", row.lowPercent()),
                        format("%.2f", row.highPercent()),
                        format("%.2f", row.p50Ms()),
                        format("%.2f", row.p99Ms())));
        return table.lines();
    }

    private List<String> claims(Claims claims) {
        return List.of(
                format(
                        "Of %,d answers (user and seed) %,d ended by being confident at 0.95 that each item has at least %.2f times the PageRank of all below it, listed or not.",
                        claims.cases(), claims.made(), 1 - run.epsilon()),
                format(
                        "That held in %,d of them: a share of %.4f, at least %.4f with 95 %% confidence (Clopper-Pearson).",
                        claims.held(), claims.share(), claims.lowerBound()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
