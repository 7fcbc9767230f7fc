package dev.clew.gnn.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.TestGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void goesOnFromACheckpointToWhereItWouldHaveCome(@TempDir Path folder) throws IOException {
        GraphSnapshot graph = TestGraph.random(3, 30, 25, 4).build();
        Map<String, Object> kept = Map.of("checkpoints", folder.toString());
        AtomicInteger steps = new AtomicInteger();
        float[] unbroken = values(fit(graph, Map.of(), done -> steps.incrementAndGet()));
        int all = steps.getAndSet(0);

        assertThatThrownBy(() -> fit(graph, kept, done -> {
                    if (steps.incrementAndGet() == all - 1) {
                        throw new IllegalStateException("killed in the second epoch");
                    }
                }))
                .hasMessage("killed in the second epoch");
        steps.set(0);
        float[] resumed = values(fit(graph, kept, done -> steps.incrementAndGet()));

        assertThat(steps)
                .as("without the first epoch's steps, one for each part but one")
                .hasValue(all - 3);
        assertThat(resumed).usingComparatorWithPrecision(1e-5f).containsExactly(unbroken);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
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
        return fit(graph, Map.of(), done -> {});
    }

    private static VectorRecommender fit(GraphSnapshot graph, Map<String, Object> given, DoubleConsumer progress) {
        Map<String, Object> all = new HashMap<>(Map.of("newItemScale", 5.0, "epochs", 2));
        all.putAll(given);
        Settings settings = Settings.of(GraphEncoderParameters.PARAMETERS, all);
        return (VectorRecommender) Recommenders.installed(GraphEncoderTest.class.getClassLoader())
                .fit("graph-encoder", settings, TrainingData.all(graph), 1, progress);
    }
}
