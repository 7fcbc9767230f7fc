package dev.clew.gnn.lightgcn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.core.split.Split;
import dev.clew.core.split.Splits;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.TestGraph;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.training.CurvePoint;
import dev.clew.gnn.training.Learned;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightGcnProviderTest {
    private static final int USERS = 24;
    private static final int ITEMS = 12;
    private static final Map<String, Object> SMALL =
            Map.of("dimension", 4, "epochs", 20, "usersPerStep", 8, "negativeCount", 8, "temperature", 0.5);

    @ParameterizedTest
    @CsvSource({
        "cosine, softmax, uniform, random, 4",
        "cosine, softmax, uniform, random, 2",
        "cosine, softmax, popularity, spectral, 2",
        "cosine, bpr, uniform, random, 2",
        "cosine, bpr, hard, random, 2",
        "product, softmax, uniform, random, 2",
        "product, softmax, popularity, spectral, 2",
        "product, softmax, uniform, random, 3",
        "product, bpr, uniform, random, 2",
        "product, bpr, popularity, spectral, 3",
        "product, bpr, hard, random, 2"
    })
    void findsTheTwoKindsOfItemsThatUsersWerePlantedWith(
            String similarity, String loss, String negatives, String start, int layers) {
        GraphSnapshot graph = twoKinds();
        Recommender recommender = fit(
                graph,
                Map.of(
                        "similarity",
                        similarity,
                        "loss",
                        loss,
                        "negatives",
                        negatives,
                        "negativeCount",
                        3,
                        "start",
                        start,
                        "layers",
                        layers));

        for (int user = 0; user < USERS; user++) {
            int kind = user % 2;
            assertThat(best(recommender, graph, user, 2))
                    .as("user %s likes items of kind %s; two of that kind were left out", user, kind)
                    .hasSize(2)
                    .allMatch(item -> (item - USERS) % 2 == kind);
        }
    }

    @Test
    void givesTheSameVectorsForTheSameSeedOnAnyNumberOfThreads() {
        GraphSnapshot graph = twoKinds();

        assertThat(learn(graph, SMALL, new Workers(1)).items().candidate().values())
                .containsExactly(
                        learn(graph, SMALL, new Workers(2)).items().candidate().values());
    }

    @Test
    void goesOnFromACheckpointAsIfItHadNeverStopped(@TempDir Path folder) {
        GraphSnapshot graph = twoKinds();
        Map<String, Object> kept = with(SMALL, "checkpoints", folder.toString());
        Learned whole = learn(graph, SMALL, new Workers(2));

        assertThatThrownBy(() -> learner(kept, new Workers(2))
                        .learn(TrainingData.all(graph), interactions(graph), 7, done -> {
                            if (done > 0.4) {
                                throw new IllegalStateException("killed");
                            }
                        }))
                .hasMessage("killed");
        Learned resumed = learn(graph, kept, new Workers(2));

        assertThat(resumed.items().history().values())
                .containsExactly(whole.items().history().values());
        assertThat(resumed.curve())
                .as("20 epochs in all, none twice")
                .isEqualTo(whole.curve())
                .hasSize(20);
    }

    @Test
    void startsAnewWhereTheCheckpointIsOfOtherSettings(@TempDir Path folder) {
        GraphSnapshot graph = twoKinds();
        Map<String, Object> kept = with(SMALL, "checkpoints", folder.toString());
        learn(graph, kept, new Workers(1));

        assertThat(learn(graph, with(kept, "layers", 3), new Workers(1)).curve())
                .isEqualTo(
                        learn(graph, with(SMALL, "layers", 3), new Workers(1)).curve());
        assertThat(folder.toFile().list()).as("a state for each").hasSize(2);
    }

    @Test
    void stopsOnceValidationHasNotImprovedForSoLongAndKeepsTheBest() {
        Split split = Splits.random(twoKinds(), 0.2, 3);
        TrainingData data = new TrainingData(split.train(), split.heldOut());
        Map<String, Object> patient = with(with(SMALL, "epochs", 200), "patience", 3);

        Learned learned = learner(patient, new Workers(2)).learn(data, interactions(split.train()), 7, done -> {});

        double best = learned.curve().stream()
                .mapToDouble(CurvePoint::validation)
                .max()
                .orElseThrow();
        int last = learned.curve().size();
        assertThat(learned.curve().get(last - 4).validation())
                .as("the best epoch")
                .isEqualTo(best);
        assertThat(learned.curve().subList(last - 3, last))
                .as("three more epochs were no better")
                .allMatch(point -> point.validation() <= best);
        assertThat(last).isLessThan(200);
    }

    @Test
    void sharesAScoreAmongTheUsersActions() {
        GraphSnapshot graph = twoKinds();
        Recommender recommender = fit(graph, Map.of());
        Query query = Query.of(History.of(graph, 0), 1, 0);
        int item = recommender.recommend(graph, query).items().get(0).item();

        Ledger ledger = recommender.explain(graph, query, item);

        assertThat(ledger.contributions()).hasSize(4);
        assertThat(ledger.contributions().stream()
                        .mapToDouble(Contribution::value)
                        .sum())
                .isCloseTo(ledger.score(), within(1e-6 * Math.abs(ledger.score())));
    }

    @Test
    void hasNoHardNegativesForSoftmax() {
        assertThatThrownBy(() ->
                        LightGcnParameters.of(Settings.of(LightGcnParameters.PARAMETERS, Map.of("negatives", "hard"))))
                .hasMessageContaining("negatives (hard) are for loss bpr");
    }

    /** Even users like even items, odd users odd ones; each leaves two of six out. */
    private static GraphSnapshot twoKinds() {
        TestGraph graph = new TestGraph(USERS, ITEMS, 1);
        for (int user = 0; user < USERS; user++) {
            for (int i = 0; i < ITEMS / 2; i++) {
                if ((i + user / 2) % 6 > 1) {
                    graph.like(user, 2 * i + user % 2, 1);
                }
            }
        }
        return graph.build();
    }

    private static List<Integer> best(Recommender recommender, GraphSnapshot graph, int user, int k) {
        return recommender.recommend(graph, Query.of(History.of(graph, user), k, 0)).items().stream()
                .map(Recommendation::item)
                .toList();
    }

    private static VectorRecommender fit(GraphSnapshot graph, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(SMALL);
        all.putAll(settings);
        Recommenders installed = Recommenders.installed(LightGcnProviderTest.class.getClassLoader());
        return (VectorRecommender)
                installed.fit("lightgcn", Settings.of(LightGcnParameters.PARAMETERS, all), TrainingData.all(graph), 7);
    }

    private static Learned learn(GraphSnapshot graph, Map<String, Object> settings, Workers workers) {
        return learner(settings, workers).learn(TrainingData.all(graph), interactions(graph), 7, done -> {});
    }

    private static LightGcn learner(Map<String, Object> settings, Workers workers) {
        return new LightGcn(LightGcnParameters.of(Settings.of(LightGcnParameters.PARAMETERS, settings)), workers);
    }

    private static InteractionMatrix interactions(GraphSnapshot graph) {
        return InteractionMatrix.of(graph, Map.of());
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        Map<String, Object> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }
}
