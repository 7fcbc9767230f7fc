package dev.clew.benchmarks.training;

import dev.clew.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Locale;

/**
 * What training one model on one graph took: an entry of {@code training.json}.
 *
 * @param seconds by the clock, reading data left out
 * @param cpuSeconds of all threads in that time
 * @param peakMemoryBytes the largest resident size of the process, graph and native memory included
 * @param expectedCpuSeconds what the model said beforehand
 * @param expectedBytes likewise, without the graph
 */
record TrainingRow(
        String recommender,
        int interactions,
        int users,
        int items,
        String settings,
        double seconds,
        double cpuSeconds,
        long peakMemoryBytes,
        double expectedCpuSeconds,
        long expectedBytes) {

    static List<String> table(List<TrainingRow> rows) {
        MarkdownTable table = new MarkdownTable(
                "Model",
                "Interactions",
                "Items",
                "Settings",
                "Minutes",
                "CPU-s",
                "Expected CPU-s",
                "Peak resident GiB");
        rows.forEach(row -> table.add(
                row.recommender,
                String.format(Locale.ROOT, "%,d", row.interactions),
                String.format(Locale.ROOT, "%,d", row.items),
                row.settings,
                String.format(Locale.ROOT, "%.1f", row.seconds / 60),
                String.format(Locale.ROOT, "%.0f", row.cpuSeconds),
                String.format(Locale.ROOT, "%.0f", row.expectedCpuSeconds),
                String.format(Locale.ROOT, "%.2f", row.peakMemoryBytes / (double) (1 << 30))));
        return table.lines();
    }
}
