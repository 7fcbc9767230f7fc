package dev.clew.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.recommend.Recommenders;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.evaluation.report.Evaluation;
import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.statistics.Interval;
import dev.clew.ingest.GraphSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    private static final Recommenders INSTALLED = Recommenders.installed(EvaluateCommandTest.class.getClassLoader());

    @TempDir
    private Path folder = Path.of("");

    private static CommandLine evaluate() {
        return new CommandLine(new EvaluateCommand()).setExecutionExceptionHandler((failure, line, parsed) -> {
            throw failure;
        });
    }

    @Test
    void comparesRecommendersOnFilesAndWritesThePage() throws Exception {
        Path data = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(data.resolve("train.txt"), "0 0 1\n1 0 1 2\n2 3 0\n");
        Files.writeString(data.resolve("test.txt"), "0 2\n2 1\n");
        Path out = folder.resolve("out");

        int exitCode = evaluate()
                .execute(
                        "--data", data.toString(), "--recommenders", "walk-kernel,popularity", "--out", out.toString());

        assertThat(exitCode).isZero();
        assertThat(Files.readString(out.resolve("results.json")))
                .contains("\"recommender\" : \"walk-kernel\"", "\"protocol\" : \"given\"", "\"dataset\" : \"shop\"");
        assertThat(out.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void tunedSettingsAreTakenByEvaluate() throws Exception {
        Path preset = folder.resolve("preset.json");
        int tuned = new CommandLine(new TuneCommand())
                .execute(
                        "--recommender",
                        "walk-kernel",
                        "--trials",
                        "2",
                        "--keep-one-in",
                        "1",
                        "--journal",
                        folder.resolve("journal.jsonl").toString(),
                        "--out",
                        preset.toString());
        assertThat(tuned).isZero();
        Choice choice = new Choice(INSTALLED);
        choice.addPresets(List.of(preset));
        choice.addSettings(List.of("walk-kernel.candidateExponent=0.125"));
        assertThat(choice.settings("walk-kernel")).containsEntry("candidateExponent", 0.125);
    }

    @Test
    void namesWhatIsWrongWithASetting() {
        Choice choice = new Choice(INSTALLED);
        assertThatThrownBy(() -> choice.addSettings(List.of("candidateExponent=0.3")))
                .hasMessageStartingWith("--set (candidateExponent=0.3) must be RECOMMENDER.PARAMETER=VALUE");
        assertThatThrownBy(() -> choice.addSettings(List.of("walk-kernel.candidateExponents=0.3")))
                .hasMessageContaining("Did you mean 'candidateExponent'?");
    }

    @Test
    void allLeavesOutWhatExpectsToCostMoreThanAMinute() throws Exception {
        Choice choice = new Choice(INSTALLED);
        var graph = SourceGraph.read(GraphSources.sample()).graph();
        assertThat(choice.recommenders(List.of("all"), graph)).contains("popularity", "walk-kernel", "meta-path");
        assertThat(choice.recommenders(List.of("every"), graph))
                .containsAll(choice.recommenders(List.of("all"), graph));
        assertThatThrownBy(() -> choice.recommenders(List.of("nobody"), graph))
                .hasMessageContaining("recommender (nobody) is not installed");
    }

    @Test
    void aRecordedCommandSaysNothingOfWhereThingsLie() {
        assertThat(CommandText.of(
                        List.of("evaluate", "--data", "/home/me/shop", "--out", "/home/me/out", "--k", "20"),
                        Path.of("/home/me/shop")))
                .isEqualTo("./clew evaluate --data shop --k 20");
    }

    @Test
    void everyLookAtATestPartIsALineInTheList() throws Exception {
        Map<String, Interval> metrics = new LinkedHashMap<>();
        metrics.put("Recall@10", new Interval(0.1, 0.05, 0.15));
        metrics.put("Recall@20", new Interval(0.2, 0.1, 0.3));
        metrics.put("NDCG@20", new Interval(0.15, 0.1, 0.2));
        var result = new RecommenderResult(
                "walk-kernel", Map.of("degreeExponent", 0.5), 7, metrics, Map.of(), List.of(), 1, 1, 1);
        var evaluation = new Evaluation(
                "shop", "given", "all", 9, 1, "./clew evaluate --data shop", "abc", List.of(result), List.of());
        var runs = new TestRuns(
                folder.resolve("docs/test-runs.md"),
                Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

        runs.add(evaluation);
        runs.add(evaluation);

        List<String> lines = Files.readAllLines(runs.file());
        assertThat(lines)
                .filteredOn(line -> line.startsWith("| 2026-03-01 | abc | shop | given |"))
                .hasSize(2);
        assertThat(lines.get(lines.size() - 1))
                .contains("@20 0.2000 [0.1000, 0.3000]", "`./clew evaluate --data shop`");
    }
}
