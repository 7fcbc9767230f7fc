package dev.clew.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.graph.Step;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random graphs of several types, with weights, marks, parallel relationships and loops, and paths of one to four steps. */
class MetaPathOracleTest {
    private static final MetaPathParameters PARAMETERS = new MetaPathParameters(
            0.8, 0.6, 0.35, Map.of("IN_GENRE", 0.9, "RATED", 0.1), Map.of("LIKES", 1.5, "IN_GENRE", 0.4, "long", 2.0));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsTheSameWalksAsTryingThemOneByOne(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        for (History history : histories(graph)) {
            NaiveWalks naive = new NaiveWalks(graph, history, PARAMETERS, NONE);
            Map<Integer, Double> answered = answered(graph, history);
            items(graph).forEach(item -> {
                double expected = naive.score(item, paths(graph.schema()));
                Ledger ledger = recommender(graph).explain(graph, query(history), item);
                assertThat(ledger.score())
                        .as("seed %s, explained item %s", seed, item)
                        .isCloseTo(expected, CLOSE);
                boolean recommendable = expected > 1e-12 && !history.includes(item);
                assertThat(answered.containsKey(item) && answered.get(item) > 1e-12)
                        .as("seed %s, item %s of score %s in the answer", seed, item, expected)
                        .isEqualTo(recommendable);
                if (recommendable) {
                    assertThat(answered.get(item))
                            .as("seed %s, item %s", seed, item)
                            .isCloseTo(expected, CLOSE);
                }
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void losesWhatTheLedgerSaysWhenARelationshipIsMasked(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        History history = histories(graph).get(0);
        Map<Integer, Ledger> ledgers = new TreeMap<>();
        items(graph).forEach(item -> ledgers.put(item, recommender(graph).explain(graph, query(history), item)));
        for (long masked : relationshipIds(graph, history)) {
            NaiveWalks without = new NaiveWalks(graph, history, PARAMETERS, masked);
            ledgers.forEach((item, ledger) -> assertThat(ledger.score() - ledger.valueCiting(masked))
                    .as("seed %s, item %s without relationship %s", seed, item, masked)
                    .isCloseTo(without.score(item, paths(graph.schema())), CLOSE));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scoresTheSameWhateverNumbersTheNodesHave(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        GraphSnapshot relabelled = RandomGraph.of(seed).relabelled(seed);
        List<History> histories = histories(graph);
        List<History> same = histories(relabelled);
        for (int i = 0; i < histories.size(); i++) {
            Map<Object, Double> expected = byKey(graph, answered(graph, histories.get(i)));
            Map<Object, Double> actual = byKey(relabelled, answered(relabelled, same.get(i)));
            expected.values().removeIf(score -> score < 1e-12);
            actual.values().removeIf(score -> score < 1e-12);
            assertThat(actual.keySet()).as("seed %s", seed).isEqualTo(expected.keySet());
            actual.forEach((key, score) ->
                    assertThat(score).as("seed %s, item %s", seed, key).isCloseTo(expected.get(key), CLOSE));
        }
    }

    private static final long NONE = -2;
    private static final org.assertj.core.data.Offset<Double> CLOSE = within(1e-9);

    /** Two users as the graph has them, and somebody unknown who liked, rejected and saw. */
    private static List<History> histories(GraphSnapshot graph) {
        List<History> histories = new ArrayList<>();
        for (String user : List.of("u0", "u1")) {
            histories.add(History.of(graph, graph.find(graph.schema().user(), user)));
        }
        float[] weights = {2f, -0.5f, 0f};
        List<Action> actions = IntStream.range(0, 3)
                .mapToObj(i -> new Action(
                        graph.find(graph.schema().item(), "i" + i),
                        0,
                        weights[i],
                        0,
                        RecommendationGraph.NO_RELATIONSHIP))
                .toList();
        histories.add(new History(RecommendationGraph.NO_NODE, actions));
        return histories;
    }

    /** The default paths, three that nobody gets by default, and two that start at the user. */
    private static List<MetaPath> paths(GraphSchema schema) {
        RelationshipType likes = schema.relationshipTypes().get(0);
        RelationshipType rated = schema.relationshipTypes().get(1);
        RelationshipType genre = schema.relationshipTypes().get(2);
        List<MetaPath> paths = new ArrayList<>(MetaPath.of(schema));
        paths.add(new MetaPath("mixed", List.of(in(likes), out(rated))));
        paths.add(new MetaPath("long", List.of(in(rated), out(likes), out(genre), in(genre))));
        paths.add(new MetaPath("people", List.of(in(likes), out(likes), in(rated), out(likes))));
        paths.add(new MetaPath("from the user", NodeRole.USER, List.of(out(rated), in(likes), out(likes))));
        paths.add(new MetaPath("own", NodeRole.USER, List.of(out(likes))));
        return paths;
    }

    private static Step out(RelationshipType type) {
        return new Step(type, Direction.OUT);
    }

    private static Step in(RelationshipType type) {
        return new Step(type, Direction.IN);
    }

    private static MetaPathRecommender recommender(RecommendationGraph graph) {
        return new MetaPathRecommender(MetaPathProvider.NAME, paths(graph.schema()), PARAMETERS);
    }

    private static Query query(History history) {
        return Query.of(history, 100, 0);
    }

    /** Asked with ledgers, so that each score is also held against its contributions. */
    private static Map<Integer, Double> answered(RecommendationGraph graph, History history) {
        return recommender(graph).recommend(graph, query(history).explained()).items().stream()
                .collect(Collectors.toMap(Recommendation::item, Recommendation::score));
    }

    private static Map<Object, Double> byKey(RecommendationGraph graph, Map<Integer, Double> scores) {
        Map<Object, Double> byKey = new TreeMap<>();
        scores.forEach((item, score) -> byKey.put(graph.key(item), score));
        return byKey;
    }

    private static List<Integer> items(RecommendationGraph graph) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).role() == NodeRole.ITEM)
                .boxed()
                .toList();
    }

    private static List<Long> relationshipIds(RecommendationGraph graph, History history) {
        List<Long> ids = new ArrayList<>(new NaiveWalks(graph, history, PARAMETERS, NONE).relationshipIds());
        history.actions().stream()
                .map(Action::relationshipId)
                .filter(id -> !ids.contains(id))
                .forEach(ids::add);
        return ids;
    }
}
