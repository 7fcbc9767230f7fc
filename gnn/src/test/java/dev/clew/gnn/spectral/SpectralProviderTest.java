package dev.clew.gnn.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.TestGraph;
import java.util.Map;
import java.util.stream.LongStream;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpectralProviderTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void isFoundByName() {
        assertThat(Recommenders.installed(getClass().getClassLoader()).named("spectral"))
                .isInstanceOf(SpectralProvider.class);
    }

    /** r_u D_i^-x V V^T D_i^y with V of the dense D_u^-1/2 R D_i^-1/2, all directions kept apart from none. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scoresAsTheDenseFormulaDoes(long seed) {
        TestGraph drawn = TestGraph.random(seed, USERS, ITEMS, 3);
        GraphSnapshot graph = drawn.build();
        VectorRecommender recommender = fit(
                graph,
                Map.of(
                        "dimension",
                        4,
                        "historyExponent",
                        0.6,
                        "candidateExponent",
                        0.4,
                        "iterations",
                        30,
                        "filterWeight",
                        0));
        SimpleMatrix expected = denseKernel(graph, drawn, 4, 0.6, 0.4);

        for (int user = 0; user < 5; user++) {
            History history = History.of(graph, user);
            for (int item = 0; item < ITEMS - 1; item++) {
                double score = 0;
                for (Action action : history.signed()) {
                    score += action.weight() * expected.get(action.item() - USERS, item);
                }
                assertThat(recommender
                                .explain(graph, Query.of(history, 1, 0), drawn.item(item))
                                .score())
                        .as("seed %s, user %s, item %s", seed, user, item)
                        .isCloseTo(score, within(2e-2 * (1 + Math.abs(score))));
            }
        }
    }

    private static SimpleMatrix denseKernel(GraphSnapshot graph, TestGraph drawn, int k, double x, double y) {
        SimpleMatrix r = new SimpleMatrix(USERS, ITEMS);
        for (int user = 0; user < USERS; user++) {
            for (Action action : History.of(graph, user).actions()) {
                int item = action.item() - drawn.item(0);
                r.set(user, item, r.get(user, item) + action.weight());
            }
        }
        double[] users = new double[USERS];
        double[] items = new double[ITEMS];
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                users[user] += r.get(user, item);
                items[item] += r.get(user, item);
            }
        }
        SimpleMatrix normalised = diagonal(users, -0.5).mult(r).mult(diagonal(items, -0.5));
        SimpleSVD<SimpleMatrix> svd = normalised.svd();
        SimpleMatrix v = svd.getV().extractMatrix(0, ITEMS, 0, k);
        return diagonal(items, -x).mult(v).mult(v.transpose()).mult(diagonal(items, y));
    }

    private static SimpleMatrix diagonal(double[] degrees, double exponent) {
        SimpleMatrix diagonal = new SimpleMatrix(degrees.length, degrees.length);
        for (int i = 0; i < degrees.length; i++) {
            diagonal.set(i, i, degrees[i] == 0 ? 1 : Math.pow(degrees[i], exponent));
        }
        return diagonal;
    }

    @Test
    void givesTheSameVectorsForTheSameSeed() {
        GraphSnapshot graph = TestGraph.random(5, USERS, ITEMS, 3).build();
        Map<String, Object> settings = Map.of("dimension", 6);
        VectorRecommender once = fit(graph, settings);
        VectorRecommender again = fit(graph, settings);
        for (int row = 0; row < once.vectors().size(); row++) {
            for (int column = 0; column < once.vectors().dimension(); column++) {
                assertThat(again.vectors().candidate().scaled(row, column))
                        .isEqualTo(once.vectors().candidate().scaled(row, column));
            }
        }
    }

    @Test
    void givesAnItemNobodyActedOnAVectorFromItsAttributesIfTheyCount() {
        TestGraph drawn = new TestGraph(4, 4, 2)
                .like(0, 0, 1)
                .like(1, 0, 1)
                .like(0, 1, 1)
                .like(0, 2, 1)
                .like(2, 2, 1)
                .genre(0, 0)
                .genre(1, 0)
                .genre(2, 1)
                .genre(3, 0);
        GraphSnapshot graph = drawn.build();
        Query query = Query.of(History.of(graph, 1), 5, 0);
        int nobodys = drawn.item(3);

        assertThat(fit(graph, Map.of("filterWeight", 0))
                        .explain(graph, query, nobodys)
                        .score())
                .isCloseTo(0, within(1e-4));
        assertThat(fit(graph, Map.of("attributeWeight", 0.5, "filterWeight", 0))
                        .explain(graph, query, nobodys)
                        .score())
                .as("it shares the genre of what user 1 liked")
                .isGreaterThan(0.01);
    }

    @Test
    void refusesAGraphWithoutInteractions() {
        GraphSnapshot graph = new TestGraph(2, 2, 1).build();
        assertThatThrownBy(() -> fit(graph, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no positive interaction");
    }

    private static VectorRecommender fit(GraphSnapshot graph, Map<String, Object> given) {
        Recommenders installed = Recommenders.installed(SpectralProviderTest.class.getClassLoader());
        Settings settings = Settings.of(SpectralParameters.PARAMETERS, given);
        return (VectorRecommender) installed.fit("spectral", settings, TrainingData.all(graph), 1);
    }
}
