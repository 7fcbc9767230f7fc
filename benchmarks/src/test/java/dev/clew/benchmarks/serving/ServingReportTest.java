package dev.clew.benchmarks.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.benchmarks.quality.MeanQuality;
import dev.clew.benchmarks.timing.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingReportTest {

    @TempDir
    private Path folder = Path.of("");

    /** Percentiles are upper ends of the histogram's steps, so 2 ms reads as 2.001. */
    @Test
    void writesTheAgreedJsonWithNullsForWhatDoesNotRecommend() throws IOException {
        new ServingReport(run("toy", trivial(), tuned())).write(folder);

        assertThat(Files.readString(folder.resolve("serving.json")).replaceAll("\\s", ""))
                .isEqualTo("""
                        [{"system":"trivial","dataset":"toy","clientThreads":1,"p50Ms":2.001,"p95Ms":2.001,"p99Ms":2.001,\
                        "perSecond":0.0,"recallAt20":null,"ndcgAt20":null},\
                        {"system":"cypher-tuned","dataset":"toy","clientThreads":8,"p50Ms":2.001,"p95Ms":2.001,"p99Ms":2.001,\
                        "perSecond":0.0,"recallAt20":0.12346,"ndcgAt20":0.1}]""".replaceAll("\\s", ""));
    }

    @Test
    void replacesTheFiguresOfItsOwnDataSetOnly() throws IOException {
        new ServingReport(run("other", trivial())).write(folder);
        new ServingReport(run("toy", trivial(), tuned())).write(folder);
        new ServingReport(run("toy", tuned())).write(folder);

        assertThat(Files.readString(folder.resolve("serving.json")))
                .containsOnlyOnce("\"trivial\"")
                .containsOnlyOnce("\"other\"")
                .containsOnlyOnce("\"toy\"");
        assertThat(folder.resolve("serving-other.md")).exists();
        assertThat(folder.resolve("serving-toy.md")).exists();
    }

    @Test
    void tellsInTheTableWhatMadeItAndWhatCouldNotBeMeasured() {
        var failed = new SystemResult(system("gds-node-similarity", true));
        failed.fail("node similarity lists: did not finish in 300 s");

        List<String> lines = new ServingReport(run("toy", tuned(), failed)).markdown();

        assertThat(lines)
                .contains(
                        "Made by `./clew bench serving --data toy --users 10 --calls 20 --warmup 5 --rounds 2 --clients 1,8"
                                + " --systems cypher-tuned,trivial --timeout 10 --limit 60 --build-limit 300 --seed 1` at"
                                + " commit abc1234.",
                        "| system | clients | median ms | p95 ms | p99 ms | calls/s | Recall@20 | NDCG@20 | users | calls |"
                                + " timed out | load |",
                        "| cypher-tuned | 8 | 2.00 | 2.00 | 2.00 | 0.0 | 0.1235 | 0.1000 | 10 | 1 | 0 | 3.5 |",
                        "- gds-node-similarity: node similarity lists: did not finish in 300 s",
                        "- stored degrees: 1.5 s");
    }

    @Test
    void leavesAccuracyOutOfTheJsonWhenNotAllUsersWereAsked() throws IOException {
        var slow = new SystemResult(system("cypher-naive", true));
        slow.accuracy(new MeanQuality(7, 0.5, 0.5), 10);
        slow.add(1, measured(), 3.5);

        new ServingReport(run("toy", slow)).write(folder);

        assertThat(Files.readString(folder.resolve("serving.json"))).contains("\"recallAt20\" : null");
        assertThat(Files.readString(folder.resolve("serving-toy.md"))).contains("| 0.5000 | 0.5000 | 7 |");
    }

    private ServingRun run(String dataset, SystemResult... results) {
        var settings = new ServingSettings(
                folder.resolve(dataset),
                10,
                20,
                5,
                2,
                List.of(1, 8),
                Set.of("trivial", "cypher-tuned"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(300),
                1,
                null,
                folder);
        var preparation = new PreparationOutcome(Preparation.DEGREES, 1.5, null);
        return new ServingRun(settings, List.of(results), List.of(preparation), "a machine", "5.26.31", "abc1234");
    }

    private static SystemResult trivial() {
        var result = new SystemResult(system("trivial", false));
        result.add(1, measured(), 3.5);
        return result;
    }

    private static SystemResult tuned() {
        var result = new SystemResult(system("cypher-tuned", true));
        result.accuracy(new MeanQuality(10, 0.123456, 0.1), 10);
        result.add(8, measured(), 3.5);
        return result;
    }

    private static ServedSystem system(String name, boolean recommends) {
        return new ServedSystem(name, "RETURN 1", Map.of(), List.of(), recommends);
    }

    private static Measurement measured() {
        var measurement = new Measurement();
        measurement.answered(2_000_000);
        return measurement;
    }
}
