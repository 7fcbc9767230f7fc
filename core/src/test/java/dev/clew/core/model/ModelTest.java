package dev.clew.core.model;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.FilterParameters;
import dev.clew.core.vectors.ItemRows;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.core.vectors.RowRecommender;
import dev.clew.core.vectors.VectorRecommender;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static final GraphSnapshot TRAINED_ON = graphOf("u-LIKES->a, u-LIKES->b, v-LIKES->c, v-LIKES->d");
    /** The same items, but b is gone, e is new and all numbers are others. */
    private static final GraphSnapshot LATER = graphOf("x-LIKES->e, x-LIKES->d, u-LIKES->a, v-LIKES->c, w-LIKES->d");

    @Test
    void bindsVectorsToTheNumbersThatItemsHaveNow() {
        Recommender bound = Model.of(vectors(FilterParameters.NONE), TRAINED_ON).bind(LATER);
        // K(a, b) = 4, K(a, c) = 0.5 and K(a, d) = 3; b is not there any more.
        assertThat(scores(bound, LATER, "u")).isEqualTo(Map.of("c", 0.5, "d", 3.0));
    }

    @Test
    void leavesRoomForWhatTheFilterSaysOfItemsThatTheModelDoesNotKnow() {
        Recommender bound =
                Model.of(vectors(new FilterParameters(1, 0, 0, 0)), TRAINED_ON).bind(LATER);
        // w liked d, as x did, who liked e too: one walk. The model says K(d, a) = 3 and K(d, c) = 2.5.
        assertThat(scores(bound, LATER, "w")).isEqualTo(Map.of("e", 1.0, "a", 3.0, "c", 2.5));
    }

    @Test
    void isTheSameRecommenderOnTheGraphThatItWasTrainedOn() {
        VectorRecommender trained = vectors(new FilterParameters(0.5, 0.5, 1, 0.3));
        Recommender bound = Model.of(trained, TRAINED_ON).bind(TRAINED_ON);
        assertThat(scores(bound, TRAINED_ON, "u")).isEqualTo(scores(trained, TRAINED_ON, "u"));
        assertThat(bound.name()).isEqualTo("spectral");
    }

    @Test
    void bindsRowsInTheOrderOfTheNumbersThatItemsHaveNow() {
        Recommender bound = Model.of(rows(), TRAINED_ON).bind(LATER);
        assertThat(scores(bound, LATER, "u")).isEqualTo(Map.of("c", 0.5, "d", 0.75));
        assertThat(bound.explain(LATER, query(LATER, "u"), node(LATER, "d")).score())
                .as("found by binary search, which needs ascending numbers")
                .isEqualTo(0.75);
    }

    @Test
    void refusesARecommenderThatLearnsNothing() {
        Recommenders installed = Recommenders.installed(ModelTest.class.getClassLoader());
        Settings defaults = Settings.defaults(installed.named("meta-path").parameters());
        Recommender reader = installed.fit("meta-path", defaults, TrainingData.all(TRAINED_ON), 1);
        assertThatThrownBy(() -> Model.of(reader, TRAINED_ON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recommender (meta-path) has nothing to keep");
    }

    @Test
    void refusesAGraphWithKeysOfTheOtherType() {
        Factor factor = new Factor(new float[] {1}, new float[] {1}, 1);
        Model model = new Model(
                "spectral",
                ItemKeys.of(KeyType.INTEGER, List.of(7L)),
                new VectorContent(factor, factor, FilterParameters.NONE));
        assertThatThrownBy(() -> model.bind(LATER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("items have INTEGER keys, but Item has STRING keys");
    }

    @Test
    void refusesKeysThatDoNotFit() {
        Factor factor = new Factor(new float[] {1}, new float[] {1}, 1);
        VectorContent content = new VectorContent(factor, factor, FilterParameters.NONE);
        assertThatThrownBy(() -> new Model("spectral", ItemKeys.of(KeyType.STRING, List.of("a", "b")), content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A model of 1 items must have as many keys, not 2");
        assertThatThrownBy(() -> ItemKeys.of(KeyType.STRING, List.of("a", 1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key (1) must be of type STRING");
    }

    /** a (1, 0), b (4, 0), c (.5, 1), d (3, 1), scaled by 1 in history and as candidates. */
    static VectorRecommender vectors(FilterParameters filter) {
        float[] values = {1, 0, 4, 0, 0.5f, 1, 3, 1};
        float[] ones = {1, 1, 1, 1};
        return new VectorRecommender(
                "spectral",
                new ItemVectors(items("a", "b", "c", "d"), new Factor(values, ones, 2), new Factor(values, ones, 2)),
                filter);
    }

    static RowRecommender rows() {
        return new RowRecommender(
                "ease", new ItemRows(items("a", "b"), new int[] {0, 3, 4}, items("b", "c", "d", "d"), new float[] {
                    2, 0.5f, 0.75f, 0.25f
                }));
    }

    private static int[] items(String... names) {
        return Arrays.stream(names).mapToInt(name -> node(TRAINED_ON, name)).toArray();
    }

    static GraphSnapshot trainedOn() {
        return TRAINED_ON;
    }

    private static Map<Object, Double> scores(Recommender recommender, RecommendationGraph graph, String user) {
        return recommender.recommend(graph, query(graph, user)).items().stream()
                .collect(Collectors.toMap(it -> graph.key(it.item()), it -> it.score()));
    }

    private static Query query(RecommendationGraph graph, String user) {
        return Query.of(History.of(graph, node(graph, user)), 10, 1);
    }
}
