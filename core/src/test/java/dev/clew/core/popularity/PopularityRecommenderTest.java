package dev.clew.core.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.LedgerClass;
import dev.clew.core.ledger.PopularityContribution;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.StoppedBy;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PopularityRecommenderTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long NOW = 20_000 * DAY;
    private static final GraphSchema SCHEMA = GraphFixture.schema(List.of("RATED", "BOUGHT"), List.of(), List.of());
    private static final PopularityParameters TEN_DAYS = new PopularityParameters(10);

    /** Interactions with items, each from a user of its own. */
    private final GraphBuilder builder = new GraphBuilder(SCHEMA);

    private final Map<String, Integer> items = new HashMap<>();
    private int entities;

    private void add(String type, String item, double weight, long timeMillis) {
        int to = items.computeIfAbsent(item, key -> builder.addNode(new GraphNode(1, key, entities++)));
        int from = builder.addNode(new GraphNode(0, "u" + entities, entities++));
        RelationshipType relationship = SCHEMA.relationshipTypes().get(type.equals("RATED") ? 0 : 1);
        builder.addRelationship(relationship, from, to, (float) weight, timeMillis, entities);
    }

    @Test
    void halvesAnInteractionWithEachHalfLife() {
        add("RATED", "new", 1, NOW);
        add("RATED", "old", 3, NOW - 20 * DAY);
        add("BOUGHT", "old", 1, NOW - 10 * DAY);
        // old: 3/4 + 1/2
        assertThat(scores(builder.build(1), TEN_DAYS, NOW))
                .containsExactly(Map.entry("old", 1.25), Map.entry("new", 1.0));
    }

    @Test
    void countsAllAlikeWithoutAHalfLife() {
        add("RATED", "a", 1, NOW);
        add("RATED", "b", 1, NOW - 5_000 * DAY);
        add("RATED", "b", 1, 0);
        assertThat(scores(builder.build(1), new PopularityParameters(0), NOW))
                .containsExactly(Map.entry("b", 2.0), Map.entry("a", 1.0));
    }

    @Test
    void countsAnInteractionOfUnknownTimeInFullAtAnyMoment() {
        add("RATED", "dated", 1, NOW - 10 * DAY);
        add("RATED", "undated", 1, 0);
        GraphSnapshot graph = builder.build(1);
        assertThat(scores(graph, TEN_DAYS, NOW)).containsOnly(Map.entry("undated", 1.0), Map.entry("dated", 1.0));
        assertThat(scores(graph, TEN_DAYS, -DAY)).containsExactly(Map.entry("undated", 1.0));
    }

    @Test
    void doesNotFadeAfterTheLatestInteraction() {
        add("RATED", "a", 1, NOW);
        add("RATED", "b", 1, NOW - 10 * DAY);
        GraphSnapshot graph = builder.build(1);
        assertThat(scores(graph, TEN_DAYS, NOW + 1_000_000 * DAY))
                .isEqualTo(scores(graph, TEN_DAYS, NOW))
                .containsExactly(Map.entry("a", 1.0), Map.entry("b", 0.5));
    }

    @Test
    void leavesOutWhatHappenedAfterTheMomentAskedAbout() {
        add("RATED", "later", 1, NOW);
        add("RATED", "earlier", 1, NOW - 20 * DAY);
        assertThat(scores(builder.build(1), TEN_DAYS, NOW - 10 * DAY)).containsExactly(Map.entry("earlier", 0.5));
    }

    @Test
    void countsOnlyWhatIsPositive() {
        add("RATED", "a", 2, NOW);
        add("RATED", "b", -5, NOW);
        add("RATED", "b", 0, NOW);
        assertThat(scores(builder.build(1), TEN_DAYS, NOW)).containsExactly(Map.entry("a", 2.0));
    }

    @Test
    void leavesOutWhatTheUserActedOn() {
        GraphSnapshot graph = GraphFixture.graphOf(
                "u-LIKES->a, u-LIKES:-1->b, u-LIKES:0->c, v-LIKES->a, v-LIKES->b, v-LIKES->c, v-LIKES->d");
        History history = History.of(graph, GraphFixture.node(graph, "u"));
        Answer answer = new PopularityRecommender(TEN_DAYS).recommend(graph, Query.of(history, 10, NOW));
        assertThat(answer.items()).extracting(it -> graph.key(it.item())).containsExactly("d");
    }

    @Test
    void servesEverybodyAndCountsNoWork() {
        add("RATED", "a", 1, NOW);
        GraphSnapshot graph = builder.build(3);
        PopularityRecommender recommender = new PopularityRecommender(TEN_DAYS);
        Answer answer = recommender.recommend(graph, Query.of(History.empty(), 10, NOW));
        assertThat(recommender.canServe(History.empty())).isTrue();
        assertThat(answer.recommender()).isEqualTo("popularity");
        assertThat(answer.snapshotVersion()).isEqualTo(3);
        assertThat(answer.stoppedBy()).isEqualTo(StoppedBy.COMPLETE);
        assertThat(answer.workDone()).isZero();
    }

    @Test
    void explainsAScoreByHowManyInteractionsItCounts() {
        add("RATED", "a", 3, NOW - 10 * DAY);
        add("BOUGHT", "a", 1, NOW);
        add("RATED", "a", 1, 0);
        add("RATED", "a", -1, NOW);
        GraphSnapshot graph = builder.build(1);
        int item = items.getOrDefault("a", -1);
        PopularityRecommender recommender = new PopularityRecommender(TEN_DAYS);
        Query query = Query.of(History.empty(), 1, NOW).explained();
        // 3/2 + 1 + 1
        Ledger expected = new Ledger(3.5, List.of(new PopularityContribution(item, 3, 3.5)));
        assertThat(recommender.explain(graph, query, item)).isEqualTo(expected);
        assertThat(recommender.recommend(graph, query).items().get(0).ledger()).isEqualTo(expected);
        assertThat(recommender.ledgerClass()).isEqualTo(LedgerClass.LINEAR);
    }

    @Test
    void followsEachStateOfTheGraph() {
        add("RATED", "a", 1, NOW);
        GraphSnapshot before = builder.build(1);
        GraphNode user = new GraphNode(0, "another", 100);
        GraphSnapshot after = before.apply(
                List.of(new GraphChange.RelationshipPut(0, 200, user, new GraphNode(1, "b", 101), 5, NOW + DAY)));
        PopularityRecommender recommender = new PopularityRecommender(new PopularityParameters(1));
        assertThat(scores(recommender, before, NOW)).containsExactly(Map.entry("a", 1.0));
        assertThat(scores(recommender, after, NOW + DAY)).containsExactly(Map.entry("b", 5.0), Map.entry("a", 0.5));
        assertThat(scores(recommender, before, NOW)).containsExactly(Map.entry("a", 1.0));
    }

    @Test
    void computesTheScoresOfAStateOnceForAllRecommendersOfAProvider() {
        add("RATED", "a", 1, NOW);
        GraphSnapshot graph = builder.build(1);
        PopularityCache cache = new PopularityCache();
        ItemPopularity first = cache.get(graph, NOW, TEN_DAYS);
        assertThat(cache.get(graph, NOW + 5 * DAY, new PopularityParameters(10)))
                .isSameAs(first);
        assertThat(cache.get(graph, NOW, new PopularityParameters(11))).isNotSameAs(first);
        assertThat(cache.get(graph, NOW - DAY, TEN_DAYS)).isNotSameAs(first);
        for (int days = 2; days < 100; days++) {
            cache.get(graph, NOW - days * DAY, TEN_DAYS);
        }
        assertThat(cache.get(graph, NOW, TEN_DAYS).score(0)).isEqualTo(1);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsWhatTheFormulaSaysWhateverNumbersTheNodesHave(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        long asOf = seed % 60 * 1_000;
        PopularityParameters parameters = new PopularityParameters(seed % 3 * 1e-4);
        Map<Object, Double> expected = naive(graph, asOf, parameters.halfLifeDays() * DAY);
        for (GraphSnapshot one : List.of(graph, RandomGraph.of(seed).relabelled(seed))) {
            Map<Object, Double> actual = scores(one, parameters, asOf);
            assertThat(actual.keySet()).as("seed %s", seed).isEqualTo(expected.keySet());
            actual.forEach((key, score) ->
                    assertThat(score).as("seed %s, item %s", seed, key).isCloseTo(expected.get(key), CLOSE));
        }
    }

    private static Map<Object, Double> naive(GraphSnapshot graph, long asOf, double halfLifeMillis) {
        long latest = 0;
        Map<Object, Map<Long, Double>> weightsByTime = new TreeMap<>();
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.INTERACTION)) {
            for (int user = 0; user < graph.nodeCount(); user++) {
                Neighbours row = graph.neighbours(type, Direction.OUT).at(user);
                for (int i = 0; i < row.size(); i++) {
                    latest = Math.max(latest, row.timeMillis(i));
                    weightsByTime
                            .computeIfAbsent(graph.key(row.node(i)), key -> new TreeMap<>())
                            .merge(row.timeMillis(i), (double) row.weight(i), Double::sum);
                }
            }
        }
        long moment = Math.min(asOf, latest);
        Map<Object, Double> scores = new TreeMap<>();
        weightsByTime.forEach((item, weights) -> weights.forEach((time, weight) -> {
            boolean ages = time != 0 && halfLifeMillis > 0;
            double decay = ages ? Math.pow(2, (time - moment) / halfLifeMillis) : 1;
            if (time <= moment) {
                scores.merge(item, weight * decay, Double::sum);
            }
        }));
        return scores;
    }

    @Test
    void isInstalledUnderItsName() {
        add("RATED", "a", 1, NOW);
        add("RATED", "b", 4, NOW - 10 * DAY);
        GraphSnapshot graph = builder.build(1);
        Recommenders installed = Recommenders.installed(getClass().getClassLoader());
        Settings settings = Settings.of(installed.named("popularity").parameters(), Map.of("halfLifeDays", 5));
        Answer answer = installed
                .fit("popularity", settings, TrainingData.all(graph), 0)
                .recommend(graph, Query.of(History.empty(), 10, NOW));
        // b: 4/4, and ties go by key
        assertThat(answer.items())
                .extracting(it -> it.score())
                .allSatisfy(it -> assertThat(it).isCloseTo(1, CLOSE));
        assertThat(PopularityParameters.of(Settings.defaults(PopularityParameters.PARAMETERS)))
                .isEqualTo(PopularityParameters.DEFAULT);
    }

    @Test
    void refusesANegativeHalfLife() {
        assertThatThrownBy(() -> new PopularityParameters(-1))
                .hasMessage("halfLifeDays (-1.0) must be at least 0. With 0 age does not matter.");
    }

    private static Map<Object, Double> scores(GraphSnapshot graph, PopularityParameters parameters, long asOf) {
        return scores(new PopularityRecommender(parameters), graph, asOf);
    }

    /** Everything recommended to somebody unknown, best first, by key, to nine places. */
    private static Map<Object, Double> scores(PopularityRecommender recommender, GraphSnapshot graph, long asOf) {
        Map<Object, Double> scores = new LinkedHashMap<>();
        recommender
                .recommend(graph, Query.of(History.empty(), 100, asOf).explained())
                .items()
                .forEach(it -> scores.put(graph.key(it.item()), Math.rint(it.score() * 1e9) / 1e9));
        return scores;
    }
}
