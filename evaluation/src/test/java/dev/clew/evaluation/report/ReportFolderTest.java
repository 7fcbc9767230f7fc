package dev.clew.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.evaluation.run.Comparison;
import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.run.Segment;
import dev.clew.evaluation.statistics.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFolderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void resultsHaveTheKeysThatOtherProgramsRead() throws IOException {
        new ReportFolder(folder).write(evaluation("shop"));
        JsonNode row = JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("results.json")))
                .get(0);
        assertThat(row.propertyNames())
                .containsExactly(
                        "recommender",
                        "dataset",
                        "protocol",
                        "candidates",
                        "metrics",
                        "fitCpuSeconds",
                        "peakMemoryBytes",
                        "seed",
                        "settings");
        assertThat(row.get("metrics").get("NDCG@20").get("value").asDouble()).isEqualTo(0.3);
        assertThat(row.get("metrics").get("NDCG@20").get("low").asDouble()).isEqualTo(0.2);
    }

    @Test
    void metricsThatAreNotDefinedAreLeftOut() throws IOException {
        new ReportFolder(folder).write(evaluation("shop"));
        assertThat(Files.readString(folder.resolve("results.json")))
                .doesNotContain("NaN")
                .doesNotContain("Diversity@20");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws IOException {
        new ReportFolder(folder).write(evaluation("shop"));
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Chart.js v4", "\"dataset\" : \"shop\"")
                .doesNotContain("src=\"", "href=\"", "sourceMappingURL", "/*CHART*/", "/*RESULTS*/");
    }

    @Test
    void aNameCannotEndTheScript() throws IOException {
        new ReportFolder(folder).write(evaluation("</script><script>alert(1)"));
        assertThat(Files.readString(folder.resolve("report.html")))
                .doesNotContain("<script>alert")
                .contains("\\u003c/script>\\u003cscript>alert(1)");
    }

    private static Evaluation evaluation(String dataset) {
        Map<String, Interval> metrics = new LinkedHashMap<>();
        metrics.put("NDCG@20", new Interval(0.3, 0.2, 0.4));
        metrics.put("Recall@20", new Interval(0.5, 0.4, 0.6));
        metrics.put("Diversity@20", Interval.exactly(Double.NaN));
        Segment segment = new Segment("history length", "1 to 4", 3, Map.of("Recall@20", new Interval(0.5, 0.4, 0.6)));
        RecommenderResult result = new RecommenderResult(
                "walk-kernel",
                Map.of("degreeExponent", 0.5),
                3,
                metrics,
                Map.of(),
                List.of(segment),
                1.5,
                0.5,
                1 << 20);
        Comparison comparison = new Comparison("walk-kernel", "popularity", "NDCG@20", 0.1, 0.01, 0.02, 3);
        return new Evaluation(
                dataset, "given", "all", 10, 1, "./clew evaluate", "abc", List.of(result), List.of(comparison));
    }
}
