package dev.clew.gnn.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.TestGraph;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphEncoderTest {
    @Test
    void recommendsAnItemNobodyActedOnToThoseWhoLikeItsKind() {
        TestGraph drawn = new TestGraph(20, 21, 2);
        for (int user = 0; user < 20; user++) {
            for (int item = user % 2; item < 20; item += 2) {
                if (item != user) {
                    drawn.like(user, item, 1);
                }
            }
        }
        for (int item = 0; item < 21; item++) {
            drawn.genre(item, item % 2);
        }
        GraphSnapshot graph = drawn.build();
        VectorRecommender recommender = fit(graph);

        assertThat(recommender
                        .recommend(graph, Query.of(History.of(graph, 0), 10, 0))
                        .items())
                .as("user 0 likes items of genre 0, as item 20 is")
                .extracting(Recommendation::item)
                .contains(drawn.item(20));
        assertThat(recommender
                        .recommend(graph, Query.of(History.of(graph, 1), 10, 0))
                        .items())
                .as("user 1 likes items of genre 1")
                .extracting(Recommendation::item)
                .doesNotContain(drawn.item(20));
    }

    @Test
    void learnsTheSameFromTheSame() {
        GraphSnapshot graph = TestGraph.random(3, 30, 25, 4).build();
        float[] first = values(fit(graph));

        assertThat(values(fit(graph))).usingComparatorWithPrecision(1e-5f).containsExactly(first);
    }

    private static float[] values(VectorRecommender recommender) {
        var encoder = recommender.encoder().orElseThrow();
        float[] values = new float[encoder.space().size() * encoder.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = encoder.value(i / encoder.dimension(), i % encoder.dimension());
        }
        return values;
    }

    private static VectorRecommender fit(GraphSnapshot graph) {
        Settings settings = Settings.of(GraphEncoderParameters.PARAMETERS, Map.of("newItemScale", 5.0, "epochs", 2));
        return (VectorRecommender) Recommenders.installed(GraphEncoderTest.class.getClassLoader())
                .fit("graph-encoder", settings, TrainingData.all(graph), 1);
    }
}
