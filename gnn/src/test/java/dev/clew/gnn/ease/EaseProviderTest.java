package dev.clew.gnn.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.gnn.TestGraph;
import java.util.Map;
import java.util.stream.LongStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EaseProviderTest {
    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** B = I - P diag(1 / diag P), P = (R^T R + lambda I)^-1, in double precision; sizes beyond a block among them. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scoresAsTheTextbookFormulaDoes(long seed) {
        int users = 15;
        int items = seed % 10 == 0 ? 75 : 12;
        TestGraph drawn = TestGraph.random(seed, users, items, 2);
        GraphSnapshot graph = drawn.build();
        Recommender ease = fit(graph, Map.of("regularisation", 3.5));
        SimpleMatrix expected = weights(graph, users, items, 3.5);

        for (int user = 0; user < users; user++) {
            History history = History.of(graph, user);
            for (int item = 0; item < items; item++) {
                double score = 0;
                for (Action action : history.signed()) {
                    score += action.weight() * expected.get(action.item() - users, item);
                }
                assertThat(ease.explain(graph, Query.of(history, 1, 0), drawn.item(item))
                                .score())
                        .as("seed %s, user %s, item %s", seed, user, item)
                        .isCloseTo(score, within(1e-4));
            }
        }
    }

    private static SimpleMatrix weights(GraphSnapshot graph, int users, int items, double lambda) {
        SimpleMatrix r = new SimpleMatrix(users, items);
        for (int user = 0; user < users; user++) {
            for (Action action : History.of(graph, user).actions()) {
                int item = action.item() - users;
                r.set(user, item, r.get(user, item) + action.weight());
            }
        }
        SimpleMatrix p = r.transpose()
                .mult(r)
                .plus(SimpleMatrix.identity(items).scale(lambda))
                .invert();
        SimpleMatrix b = new SimpleMatrix(items, items);
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                b.set(i, j, i == j ? 0 : -p.get(i, j) / p.get(j, j));
            }
        }
        return b;
    }

    @Test
    void keepsTheLargestEntriesOfARow() {
        TestGraph drawn = new TestGraph(4, 4, 1)
                .like(0, 0, 1)
                .like(0, 1, 1)
                .like(1, 0, 1)
                .like(1, 1, 1)
                .like(2, 0, 1)
                .like(2, 2, 1)
                .like(3, 0, 1);
        GraphSnapshot graph = drawn.build();
        Query query = Query.of(History.of(graph, 3), 5, 0);

        assertThat(fit(graph, Map.of()).recommend(graph, query).items())
                .extracting(Recommendation::item)
                .containsExactly(drawn.item(1), drawn.item(2));
        assertThat(fit(graph, Map.of("rowSize", 1)).recommend(graph, query).items())
                .as("two people had item 1 with item 0, and one had item 2")
                .extracting(Recommendation::item)
                .containsExactly(drawn.item(1));
    }

    @Test
    void refusesALargeCatalogueAndSaysWhatItWouldNeed() {
        GraphSnapshot graph = TestGraph.random(1, 3, 30, 1).build();
        assertThatThrownBy(() -> fit(graph, Map.of("maxItems", 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 20 items")
                .hasMessageContaining("30 items need")
                .hasMessageContaining("MB");
    }

    private static Recommender fit(GraphSnapshot graph, Map<String, Object> given) {
        Recommenders installed = Recommenders.installed(EaseProviderTest.class.getClassLoader());
        Settings settings = Settings.of(installed.named("ease").parameters(), given);
        return installed.fit("ease", settings, TrainingData.all(graph), 1);
    }
}
