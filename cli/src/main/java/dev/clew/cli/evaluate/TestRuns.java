package dev.clew.cli.evaluate;

import dev.clew.evaluation.report.Evaluation;
import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.statistics.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of all looks at test parts: each look makes the next one less of a test, so they are counted. */
record TestRuns(Path file, Clock clock) {
    private static final String HEADER = """
            # Evaluations on test parts

            Each run of `./clew evaluate --record` on a test part adds a line. Settings are chosen on validation parts of train; a test part is
            looked at to report, never to choose.

            | date | commit | data | protocol | candidates | users | recommender | settings | Recall | NDCG | command |
            |---|---|---|---|---|---:|---|---|---:|---:|---|
            """;

    /** Adds a line for each recommender. */
    void add(Evaluation evaluation) throws IOException {
        if (!Files.exists(file)) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, HEADER);
        }
        for (RecommenderResult result : evaluation.results()) {
            Files.writeString(file, line(evaluation, result), StandardOpenOption.APPEND);
        }
    }

    private String line(Evaluation evaluation, RecommenderResult result) {
        return "| "
                + String.join(
                        " | ",
                        LocalDate.now(clock).toString(),
                        evaluation.revision(),
                        evaluation.dataset(),
                        evaluation.protocol(),
                        evaluation.candidates(),
                        String.valueOf(result.users()),
                        result.recommender(),
                        settings(result.settings()),
                        longest(result, "Recall"),
                        longest(result, "NDCG"),
                        "`" + evaluation.command() + "`")
                + " |\n";
    }

    private static String settings(Map<String, @Nullable Object> settings) {
        return String.join(
                ", ",
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    private static String longest(RecommenderResult result, String metric) {
        return result.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(metric + "@"))
                .reduce((first, second) -> second)
                .map(entry -> "@" + entry.getKey().substring(metric.length() + 1) + " " + interval(entry.getValue()))
                .orElse("");
    }

    private static String interval(Interval interval) {
        return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", interval.value(), interval.low(), interval.high());
    }
}
