package dev.clew.core.recommend;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopKTest {
    private final GraphSnapshot graph = graphOf("v-LIKES->c, v-LIKES->b, v-LIKES->a, v-LIKES->d, a-GENRE->g");

    @Test
    void putsTheBestFirstAndBreaksTiesByKey() {
        assertThat(keys(10, scores("c", 1, "b", 2, "a", 1, "d", 3))).containsExactly("d", "b", "a", "c");
        assertThat(keys(3, scores("c", 1, "b", 2, "a", 1, "d", 3))).containsExactly("d", "b", "a");
    }

    @Test
    void comparesIntegerKeysByValueNotByDigits() {
        GraphSchema schema = new GraphSchema(
                List.of(
                        new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                        new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER)),
                List.of());
        GraphBuilder builder = new GraphBuilder(schema);
        NodeScores scores = new NodeScores(2);
        scores.add(builder.addNode(new GraphNode(1, 10L, 0)), 1);
        scores.add(builder.addNode(new GraphNode(1, 9L, 1)), 1);
        GraphSnapshot integers = builder.build(1);
        assertThat(TopK.of(integers, Query.of(History.empty(), 2, 0), scores))
                .extracting(Recommendation::item)
                .containsExactly(1, 0);
        GraphSnapshot renamed = integers.apply(List.of(new GraphChange.NodePut(new GraphNode(1, 8L, 0))));
        assertThat(TopK.of(renamed, Query.of(History.empty(), 2, 0), scores))
                .extracting(Recommendation::item)
                .containsExactly(0, 1);
    }

    @Test
    void leavesOutWhatScoresNothingOrLess() {
        assertThat(keys(10, scores("a", 0, "b", -1, "c", 1))).containsExactly("c");
        assertThat(keys(10, scores("c", Double.NaN))).isEmpty();
    }

    @Test
    void leavesOutUsersAndAttributes() {
        assertThat(keys(10, scores("v", 5, "g", 5, "a", 1))).containsExactly("a");
    }

    @Test
    void leavesOutWhatTheUserActedOnInWhateverWay() {
        GraphSnapshot marked = graphOf("u-LIKES->a, u-LIKES:-1->b, u-LIKES:0->c, v-LIKES->d");
        NodeScores scores = new NodeScores(marked.nodeCount());
        List.of("a", "b", "c", "d").forEach(name -> scores.add(node(marked, name), 1));
        assertThat(TopK.of(marked, Query.of(History.of(marked, node(marked, "u")), 10, 0), scores))
                .extracting(Recommendation::item)
                .containsExactly(node(marked, "d"));
    }

    @Test
    void leavesOutWhatTheQueryDoesNotAllow() {
        Query query = new Query(History.empty(), 10, item -> item != node(graph, "a"), 0, 0, Budget.UNLIMITED, false);
        assertThat(TopK.of(graph, query, scores("a", 2, "b", 1)))
                .extracting(Recommendation::item)
                .containsExactly(node(graph, "b"));
    }

    @Test
    void leavesOutWhatIsNotAvailableAtTheMomentAskedAbout() {
        GraphSnapshot dated = graph.apply(List.of(
                new GraphChange.NodePut(new GraphNode(1, "a", graph.entityId(node(graph, "a")), 1_000, 2_000))));
        NodeScores scores = scores("a", 1);
        assertThat(TopK.of(dated, Query.of(History.empty(), 1, 999), scores)).isEmpty();
        assertThat(TopK.of(dated, Query.of(History.empty(), 1, 1_000), scores)).hasSize(1);
        assertThat(TopK.of(dated, Query.of(History.empty(), 1, 2_000), scores)).isEmpty();
    }

    @Test
    void leavesOutItemsThatAreGone() {
        GraphSnapshot without = graph.apply(List.of(new GraphChange.NodeRemoved(graph.entityId(node(graph, "a")))));
        assertThat(TopK.of(without, Query.of(History.empty(), 10, 0), scores("a", 2, "b", 1)))
                .extracting(Recommendation::item)
                .containsExactly(node(graph, "b"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheHeadOfTheSortedList(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        GraphSnapshot items = items(50);
        NodeScores scores = new NodeScores(50);
        List<Recommendation> all = new ArrayList<>();
        for (int item : random.ints(40, 0, 50).distinct().toArray()) {
            double score = random.nextInt(-2, 8);
            scores.add(item, score);
            all.add(new Recommendation(item, score, null));
        }
        all.removeIf(it -> it.score() <= 0);
        all.sort(Comparator.comparingDouble(Recommendation::score).reversed().thenComparing(it ->
                (String) items.key(it.item())));
        int k = random.nextInt(1, 30);
        assertThat(TopK.of(items, Query.of(History.empty(), k, 0), scores))
                .as("seed %s", seed)
                .isEqualTo(all.subList(0, Math.min(k, all.size())));
    }

    private static GraphSnapshot items(int count) {
        GraphBuilder builder = new GraphBuilder(new GraphSchema(
                List.of(
                        new NodeType(0, NodeRole.USER, "User", KeyType.STRING),
                        new NodeType(1, NodeRole.ITEM, "Item", KeyType.STRING)),
                List.of()));
        for (int i = 0; i < count; i++) {
            builder.addNode(new GraphNode(1, Integer.toString(i * 37 % 101), i));
        }
        return builder.build(1);
    }

    private List<Object> keys(int k, NodeScores scores) {
        return TopK.of(graph, Query.of(History.empty(), k, 0), scores).stream()
                .map(it -> graph.key(it.item()))
                .toList();
    }

    private NodeScores scores(Object... namesAndScores) {
        NodeScores scores = new NodeScores(graph.nodeCount());
        for (int i = 0; i < namesAndScores.length; i += 2) {
            scores.add(node(graph, (String) namesAndScores[i]), ((Number) namesAndScores[i + 1]).doubleValue());
        }
        return scores;
    }
}
