package dev.clew.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.recommend.Recommenders;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.evaluation.protocol.Protocol;
import dev.clew.evaluation.protocol.SplitSettings;
import dev.clew.evaluation.protocol.Task;
import dev.clew.evaluation.protocol.Tasks;
import dev.clew.evaluation.protocol.ValidationProxy;
import dev.clew.ingest.GraphSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluatorTest {
    private static final Recommenders RECOMMENDERS = Recommenders.installed(EvaluatorTest.class.getClassLoader());
    private static final RunSettings SETTINGS = new RunSettings(List.of(5, 10), Candidates.ALL, 200, 1, 200, 20);

    private static final RunSettings EVERYBODY = new RunSettings(List.of(10), Candidates.ALL, 0, 1, 200, 0);

    private static SourceGraph sample;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void readSample() throws IOException {
        sample = SourceGraph.read(GraphSources.sample());
    }

    private static Tasks tasks(Protocol protocol) {
        return new Tasks(sample, protocol, SplitSettings.DEFAULT, Clock.systemUTC());
    }

    private static RecommenderResult evaluate(Task task, String name, RunSettings settings) {
        return new Evaluator(RECOMMENDERS, task, settings, RunListener.NONE).evaluate(name, Map.of());
    }

    @Test
    void findsThePlantedTastesOfTheSampleBetterThanPopularityDoes() throws IOException {
        Evaluator evaluator = new Evaluator(RECOMMENDERS, tasks(Protocol.RANDOM).test(), EVERYBODY, RunListener.NONE);
        RecommenderResult paths = evaluator.evaluate("meta-path", Map.of());
        RecommenderResult popularity = evaluator.evaluate("popularity", Map.of());
        assertThat(paths.value("NDCG@10")).isGreaterThan(1.2 * popularity.value("NDCG@10"));
        assertThat(paths.value("Coverage@10")).isGreaterThan(popularity.value("Coverage@10"));
        Comparison comparison = Comparison.all(List.of(paths, popularity), List.of("NDCG@10", "Recall@10"))
                .get(0);
        assertThat(comparison.difference()).isPositive();
        assertThat(comparison.tTestP()).isLessThan(0.01);
        assertThat(comparison.wilcoxonP()).isLessThan(0.01);
    }

    @ParameterizedTest
    @EnumSource(names = "GIVEN", mode = EnumSource.Mode.EXCLUDE)
    void everyProtocolYieldsMetricsInTheirRange(Protocol protocol) throws IOException {
        RecommenderResult result = evaluate(tasks(protocol).test(), "meta-path", SETTINGS);
        for (String metric : List.of("Recall@10", "NDCG@10", "MAP@5", "MRR@10", "HitRate@5", "AUC", "Coverage@10")) {
            assertThat(result.value(metric)).as(metric).isBetween(0.0, 1.0);
        }
        if (protocol != Protocol.COLD_ITEMS) {
            // New items stand behind nearly all others while these are ranked too.
            assertThat(result.value("AUC")).as("better than guessing").isGreaterThan(0.5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyValidationProxyIsCarvedFromTheTrainPart(ValidationProxy proxy) throws IOException {
        Tasks tasks = tasks(Protocol.RANDOM);
        Task test = tasks.test();
        Task validation = tasks.validation(proxy);
        assertThat(validation.relevant().size()).isPositive();
        for (int user : validation.relevant().users()) {
            for (int item : validation.relevant().items(user)) {
                assertThat(test.relevant().contains(user, item))
                        .as("user %d, item %d", user, item)
                        .isFalse();
            }
        }
    }

    @Test
    void theSameRunOnOneCoreHasTheSameResult() throws Exception {
        Task task = tasks(Protocol.TEMPORAL).test();
        RecommenderResult many = evaluate(task, "meta-path", SETTINGS);
        var one = new ForkJoinPool(1);
        try {
            RecommenderResult single =
                    one.submit(() -> evaluate(task, "meta-path", SETTINGS)).get();
            assertThat(single.metrics()).isEqualTo(many.metrics());
            assertThat(single.segments()).isEqualTo(many.segments());
        } finally {
            one.shutdown();
        }
    }

    @Test
    void coldItemsAreRankedAloneWhenOnlyNewOnesAreCandidates() throws IOException {
        Task task = tasks(Protocol.COLD_ITEMS).test();
        RunSettings settings = new RunSettings(List.of(10), Candidates.NEW, 100, 1, 200, 0);
        Evaluator evaluator = new Evaluator(RECOMMENDERS, task, settings, RunListener.NONE);
        assertThat(evaluator.candidateCount()).isBetween(30, 110);
        RecommenderResult attributes = evaluator.evaluate("meta-path", Map.of());
        RecommenderResult interactions = evaluator.evaluate("walk-kernel", Map.of());
        assertThat(attributes.value("Recall@10")).isPositive();
        assertThat(interactions.value("Recall@10"))
                .as("nobody liked a new item, so no walk leads to it")
                .isZero();
    }

    @Test
    void givenTestFilesAreWorkedOutByHand() throws IOException {
        // 0 and 1 share a and b; 1 also likes 2, which is what 0 is to find, and the only item a walk leads to.
        Files.writeString(folder.resolve("train.txt"), "0 0 1\n1 0 1 2\n2 3\n");
        Files.writeString(folder.resolve("test.txt"), "0 2\n");
        SourceGraph data = SourceGraph.read(GraphSources.detect(folder));
        assertThat(Tasks.defaultProtocol(data)).isEqualTo(Protocol.GIVEN);
        Task task = new Tasks(data, Protocol.GIVEN, SplitSettings.DEFAULT, Clock.systemUTC()).test();
        RecommenderResult result =
                evaluate(task, "walk-kernel", new RunSettings(List.of(1, 2), Candidates.ALL, 0, 1, 100, 10));
        assertThat(result.users()).isOne();
        assertThat(result.value("Recall@1")).isOne();
        assertThat(result.value("Precision@2")).isEqualTo(0.5);
        assertThat(result.value("Coverage@1")).isEqualTo(0.25);
        assertThat(result.value("AUC")).isOne();
        assertThat(result.value("FallbackShare")).isZero();
        assertThat(result.segments()).extracting(Segment::name).contains("1 to 4");
    }

    @Test
    void aSmallerSampleIsPartOfALargerOne() throws IOException {
        Task task = tasks(Protocol.RANDOM).test();
        assertThat(evaluate(task, "popularity", SETTINGS).users()).isBetween(190, 200);
    }

    @Test
    void namesWhatIsWrong() throws IOException {
        Task task = tasks(Protocol.RANDOM).test();
        assertThatThrownBy(() -> evaluate(task, "walk-kernal", SETTINGS))
                .hasMessageContaining("recommender (walk-kernal) is not installed. Did you mean 'walk-kernel'?");
        assertThatThrownBy(() -> tasks(Protocol.GIVEN)).hasMessageContaining("needs data with its own test part");
        assertThat(Protocol.of("cold-items")).isEqualTo(Protocol.COLD_ITEMS);
    }
}
