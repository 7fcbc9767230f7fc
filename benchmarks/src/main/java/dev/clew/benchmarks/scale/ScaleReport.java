package dev.clew.benchmarks.scale;

import dev.clew.benchmarks.report.JsonFile;
import dev.clew.benchmarks.report.MarkdownTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a run: {@code scale.json} and {@code scale.md}.
 *
 * @param measured smallest graph first
 * @param machine the machine in one line
 * @param revision the measured commit
 */
record ScaleReport(ScaleSettings settings, List<Measured> measured, String machine, String revision) {

    void write(Path folder) throws IOException {
        new JsonFile(folder.resolve("scale.json"))
                .write(measured.stream().map(Measured::row).toList());
        Files.write(folder.resolve("scale.md"), markdown(), StandardCharsets.UTF_8);
    }

    List<String> markdown() {
        var lines = new ArrayList<>(List.of(
                "# Scale",
                "",
                "Made by `%s` at commit %s.".formatted(settings.command(), revision),
                "",
                machine + "; core alone, off Neo4j, each graph in a process of its own.",
                "The graphs are synthetic: 100 interactions a user and 500 an item on average, both skewed by Zipf-Mandelbrot laws; each"
                        + " interaction has a weight (one of 1,000), a time, and a relationship id that needs five bytes.",
                "Bytes: what the snapshot counts, nodes and all, and what the heap holds after a collection. Peak: the most that the heap"
                        + " held while building, collected over and over during a build of its own, over what it held in the end;"
                        + " it means little where building takes less than a collection.",
                "Requests: `walk-kernel`, top 20, users drawn at random, at most %d batches of work, one thread."
                        .formatted(settings.maxWork()),
                ""));
        lines.addAll(table());
        lines.addAll(List.of("", growth()));
        return lines;
    }

    private List<String> table() {
        var table = new MarkdownTable(
                "interactions",
                "bytes each",
                "on the heap",
                "peak",
                "build s",
                "request p50 ms",
                "p99 ms",
                "cut by the budget");
        for (Measured it : measured) {
            table.add(
                    format("%,d", it.interactions()),
                    format("%.2f", it.countedPerInteraction()),
                    format("%.2f", it.heapPerInteraction()),
                    format("%.2fx", it.peakRatio()),
                    format("%.3f", it.buildSeconds()),
                    format("%.3f", it.p50Ms()),
                    format("%.3f", it.p99Ms()),
                    format("%.0f %%", it.cutPercent()));
        }
        return table.lines();
    }

    private String growth() {
        return format(
                "Growth exponents (1: in proportion to the interactions): memory %.3f, build time %.3f, p50 %.3f, p99 %.3f.",
                Growth.exponent(measured, Measured::heapBytes),
                Growth.exponent(measured, Measured::buildSeconds),
                Growth.exponent(measured, Measured::p50Ms),
                Growth.exponent(measured, Measured::p99Ms));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
