package dev.clew.core.randomwalk;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.chain.TypeWeights;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.ActionContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Pace;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.StoppedBy;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomWalkRecommenderTest {
    private static final TypeWeights WEIGHTS = new TypeWeights(Map.of("RATED", 2.0, "IN_GENRE", 0.5));
    private static final Pace CLOCK = new Pace(System::nanoTime);
    private static final long SUMMING = ExactSteps.MOST_PUSHED;
    private static final long DRAWING = -1;

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @Test
    void isFoundByItsName() {
        Recommenders installed = Recommenders.installed(getClass().getClassLoader());
        assertThat(installed.named("random-walk")).isInstanceOf(RandomWalkProvider.class);
    }

    @Test
    void ranksTheItemSharedByBothLikedGenresFirst() {
        GraphSnapshot graph = graphOf(
                "u-LIKES->a, u-LIKES->b, a-GENRE->g, b-GENRE->h, both-GENRE->g, both-GENRE->h, one-GENRE->g, other-GENRE->k");
        Answer answer = recommender(graph, parameters(0.5, 4096, 0.1), SUMMING)
                .recommend(graph, Query.of(of(graph, "u"), 10, 0));
        assertThat(keys(graph, answer)).containsExactly("both", "one");
    }

    /**
     * Of 120 random graphs with weights, types, rejections, loops and parallel relationships, and every item of each that may be recommended: the estimate is the PageRank up to what chance
     * makes of 16 thousand walks. With steps summed where that is cheap, and with every step drawn.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void estimatesThePageRankThatForwardPushComputes(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        double alpha = 0.15 + 0.1 * (seed % 7);
        Query query = new Query(of(graph, "u0"), 100, item -> true, 0, seed, Budget.UNLIMITED, false);
        List<Recommendation> exact =
                pageRank(graph, alpha).recommend(graph, query).items();
        for (long mostPushed : new long[] {SUMMING, DRAWING}) {
            List<Recommendation> walked = recommender(graph, parameters(alpha, 1 << 14, 1e-9), mostPushed)
                    .recommend(graph, query)
                    .items();
            for (int item : items(graph)) {
                // A walk leaves up to (1 - alpha) at an item, so its variance is below (1 - alpha)^2 / 4: six
                // deviations.
                assertThat(score(walked, item))
                        .as("item %s, mostPushed %s, seed %s", graph.key(item), mostPushed, seed)
                        .isEqualTo(score(exact, item), within(6 * 0.5 * (1 - alpha) / 128));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderIsRightUpToEpsilonWhereItIsConfident(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        Query query = new Query(of(graph, "u0"), 2, item -> true, 0, seed, Budget.UNLIMITED, false);
        Answer answer =
                recommender(graph, parameters(0.3, 1 << 14, 0.2), SUMMING).recommend(graph, query);
        if (answer.stoppedBy() == StoppedBy.CONFIDENT) {
            Recommender exact = pageRank(graph, 0.3);
            List<Recommendation> all =
                    exact.recommend(graph, Query.of(of(graph, "u0"), 100, 0)).items();
            for (int rank = 0; rank < answer.items().size(); rank++) {
                List<Integer> above = answer.items().subList(0, rank + 1).stream()
                        .map(Recommendation::item)
                        .toList();
                double score = score(all, above.get(rank));
                all.stream()
                        .filter(it -> !above.contains(it.item()))
                        .forEach(it ->
                                assertThat(score).as("seed %s", seed).isGreaterThanOrEqualTo(0.8 * it.score() - 1e-9));
            }
        }
    }

    /** One item has nearly all there is to have, beside many with next to nothing. */
    @Test
    void stopsEarlyWhereOneItemIsFarAhead() {
        GraphSnapshot graph = hub(40, 1);
        Query query = Query.of(likes(graph, "i1"), 1, 0);
        Answer answer =
                recommender(graph, parameters(0.5, 1 << 20, 0.2), SUMMING).recommend(graph, query);
        assertThat(answer.stoppedBy()).isEqualTo(StoppedBy.CONFIDENT);
        assertThat(keys(graph, answer)).containsExactly("i0");
        assertThat(answer.workDone()).isLessThan(200);
    }

    /** Two items that nothing tells apart can be told apart by no number of walks, unless either may stand first. */
    @Test
    void walksOnWhereTwoItemsAreAlike() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES->a, v-LIKES->b, v-LIKES->c");
        Query query = Query.of(of(graph, "u"), 1, 0);
        assertThat(recommender(graph, parameters(0.5, 1 << 15, 1e-4), SUMMING)
                        .recommend(graph, query)
                        .stoppedBy())
                .isEqualTo(StoppedBy.COMPLETE);
    }

    @Test
    void neverRecommendsWhatWasActedOnOrIsNoCandidate() {
        GraphSnapshot graph = hub(300, 1);
        int excluded = node(graph, "i3");
        Query query = new Query(of(graph, "u0"), 20, item -> item != excluded, 0, 0, Budget.UNLIMITED, false);
        Answer answer =
                recommender(graph, parameters(0.5, 1 << 14, 0.1), SUMMING).recommend(graph, query);
        assertThat(keys(graph, answer)).hasSize(7).doesNotContain("i0", "i1", "i3");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsPathsThatExistAndTheWalksOfEachActionToEveryScore(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        Query query = new Query(of(graph, "u0"), 100, item -> true, 0, seed, Budget.UNLIMITED, true);
        for (boolean boost : new boolean[] {false, true}) {
            RandomWalkParameters parameters = new RandomWalkParameters(0.3, 1000, 0.95, 0.2, boost, WEIGHTS);
            for (long mostPushed : new long[] {SUMMING, DRAWING}) {
                Recommender recommender = recommender(graph, parameters, mostPushed);
                List<Recommendation> items = recommender.recommend(graph, query).items();
                items.stream()
                        .limit(1)
                        .forEach(item -> assertThat(recommender
                                        .explain(graph, query, item.item())
                                        .score())
                                .isEqualTo(item.score()));
                for (Recommendation item : items) {
                    Ledger ledger = Objects.requireNonNull(item.ledger());
                    assertThat(ledger.score()).isEqualTo(item.score());
                    assertThat(ledger.contributions())
                            .as("item %s, boost %s, seed %s", graph.key(item.item()), boost, seed)
                            .allMatch(it -> it instanceof PathContribution || it instanceof ActionContribution);
                    ledger.contributions().forEach(it -> assertExists(graph, query.history(), it, "seed " + seed));
                }
            }
        }
    }

    /** From a alone: b and c are each one person away, and equally far; the paths say who. */
    @Test
    void namesThePathsOfTwoSteps() {
        GraphSnapshot graph = graphOf("v-LIKES->a, v-LIKES->b");
        Ledger ledger = recommender(graph, parameters(0.5, 4096, 0.1), SUMMING)
                .explain(graph, Query.of(likes(graph, "a"), 5, 0), node(graph, "b"));
        // alpha * (1 - alpha)^2 * 1 * 1/2
        PathContribution first = (PathContribution) ledger.contributions().get(0);
        assertThat(first.value()).isEqualTo(1 / 16.0, within(1e-12));
        assertThat(first.path())
                .isEqualTo(new EvidencePath(
                        List.of(RecommendationGraph.NO_NODE, node(graph, "a"), node(graph, "v"), node(graph, "b")),
                        List.of(
                                new EvidencePath.Step(0, RecommendationGraph.NO_RELATIONSHIP),
                                new EvidencePath.Step(0, 1000),
                                new EvidencePath.Step(0, 1001))));
        // All that is left is walked: 1/12 in all, and here nothing is left to chance but how long walks are.
        assertThat(ledger.contributions()).hasSize(2);
        assertThat(ledger.score()).isEqualTo(1 / 12.0, within(1e-9));
    }

    /** With one action the root of its part, squared, is its part; two actions that give x each give (2 sqrt(x))^2 = 4 x, not 2 x. */
    @Test
    void theBoostFavoursWhatSeveralActionsLeadTo() {
        GraphSnapshot graph = graphOf("v-LIKES->a, v-LIKES->b, v-LIKES->t");
        RandomWalkParameters boosted = new RandomWalkParameters(0.9, 1 << 14, 0.95, 0.2, true, TypeWeights.EQUAL);
        RandomWalkParameters plain = new RandomWalkParameters(0.9, 1 << 14, 0.95, 0.2, false, TypeWeights.EQUAL);
        assertThat(scoreOfT(graph, boosted, "a") / scoreOfT(graph, plain, "a")).isEqualTo(1, within(0.01));
        assertThat(scoreOfT(graph, boosted, "a", "b") / scoreOfT(graph, plain, "a", "b"))
                .isEqualTo(2, within(0.02));
    }

    private static double scoreOfT(GraphSnapshot graph, RandomWalkParameters parameters, String... liked) {
        return recommender(graph, parameters, SUMMING)
                .explain(graph, Query.of(likes(graph, liked), 1, 0), node(graph, "t"))
                .score();
    }

    @Test
    void anAnonymousUserMayWeighTheSeeds() {
        GraphSnapshot graph = graphOf("v-LIKES->a, v-LIKES->c, w-LIKES->b, w-LIKES->d");
        History given = new History(RecommendationGraph.NO_NODE, List.of(action(graph, "a", 3), action(graph, "b", 1)));
        List<Recommendation> items = recommender(graph, parameters(0.5, 1 << 14, 0.01), SUMMING)
                .recommend(graph, Query.of(given, 5, 0))
                .items();
        assertThat(items).extracting(it -> graph.key(it.item())).containsExactly("c", "d");
        assertThat(items.get(0).score() / items.get(1).score()).isEqualTo(3, within(0.01));
    }

    @Test
    void servesOnlyThoseWhoLikeSomethingByATypeThatIsWalked() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES:-1->a, w-LIKES:0->a");
        Recommender recommender = recommender(graph, parameters(0.5, 10, 0.1), SUMMING);
        assertThat(recommender.canServe(of(graph, "u"))).isTrue();
        assertThat(recommender.canServe(of(graph, "v"))).isFalse();
        assertThat(recommender.canServe(of(graph, "w"))).isFalse();
        assertThat(recommender.recommend(graph, Query.of(History.empty(), 5, 0)).items())
                .isEmpty();
    }

    @Test
    void repeatsAnAnswerThatTheClockCut() {
        GraphSnapshot graph = hub(20_000, 3);
        for (int limit : new int[] {1, 2, 5, 20, 100, 300}) {
            AtomicLong looks = new AtomicLong();
            Recommender cut = new RandomWalkRecommender(
                    graph.schema(), parameters(0.5, 1 << 13, 0.01), new Pace(looks::incrementAndGet), SUMMING);
            Budget deadline = new Budget(Long.MAX_VALUE, limit);
            Answer answer = cut.recommend(graph, new Query(of(graph, "u0"), 5, item -> true, 0, 7, deadline, true));
            Budget work = new Budget(answer.workDone(), Budget.NO_DEADLINE);
            Answer again = recommender(graph, parameters(0.5, 1 << 13, 0.01), SUMMING)
                    .recommend(graph, new Query(of(graph, "u0"), 5, item -> true, 0, 7, work, true));
            assertThat(again.items()).as("limit %s", limit).isEqualTo(answer.items());
            assertThat(again.workDone()).isEqualTo(answer.workDone());
        }
    }

    @Test
    void repeatsAnAnswerThatWasConfidentAndExplainsItsScores() {
        GraphSnapshot graph = hub(40, 1);
        Recommender recommender = recommender(graph, parameters(0.5, 1 << 20, 0.2), SUMMING);
        Answer answer = recommender.recommend(graph, Query.of(likes(graph, "i1"), 1, 0));
        Budget work = new Budget(answer.workDone(), Budget.NO_DEADLINE);
        Query again = new Query(likes(graph, "i1"), 1, item -> true, 0, 0, work, false);
        assertThat(recommender.recommend(graph, again)).isEqualTo(answer);
        Recommendation first = answer.items().get(0);
        assertThat(recommender.explain(graph, again, first.item()).score()).isEqualTo(first.score());
    }

    @Test
    void givesTheSameBytesOnAnyNumberOfThreads() {
        GraphSnapshot graph = hub(2_000, 3);
        Recommender recommender = recommender(graph, parameters(0.5, 1 << 12, 0.1), SUMMING);
        Query query = Query.of(of(graph, "u0"), 5, 0);
        Answer alone = recommender.recommend(graph, query);
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> recommender.recommend(graph, query))
                        .toList())
                .allMatch(alone::equals);
    }

    /** A walk from an item that 200,000 people like differently: no step looks at all of them. */
    @Test
    void aStepCostsTheSameWhateverTheDegree() {
        Recommender small = recommender(hub(2_000, 3), parameters(0.5, 1 << 12, 1e-6), DRAWING);
        Recommender large = recommender(hub(200_000, 3), parameters(0.5, 1 << 12, 1e-6), DRAWING);
        GraphSnapshot smallGraph = hub(2_000, 3);
        GraphSnapshot largeGraph = hub(200_000, 3);
        long few = small.recommend(smallGraph, Query.of(likes(smallGraph, "i0"), 5, 0))
                .workDone();
        long many = large.recommend(largeGraph, Query.of(likes(largeGraph, "i0"), 5, 0))
                .workDone();
        assertThat(many).isBetween(few * 9 / 10, few * 11 / 10);
    }

    @Test
    void refusesParametersOutOfRangeAndUnknownTypes() {
        GraphSnapshot graph = graphOf("u-LIKES->a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(15, 1, 0.1))
                .withMessage("restartProbability (15.0) must be in (0, 1). Maybe it was given as a percentage.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(0.5, 0, 0.1))
                .withMessage("maxWalks (0) must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(graph, "random-walk", Map.of("typeWeights", Map.of("LIKS", 1))))
                .withMessage("typeWeights: 'LIKS' must be a declared relationship type. Did you mean 'LIKES'?"
                        + " Allowed: LIKES, GENRE, ACTED_BY, PART_OF");
    }

    private static void assertExists(GraphSnapshot graph, History history, Contribution contribution, String where) {
        EvidencePath path = contribution instanceof PathContribution walk
                ? walk.path()
                : ((ActionContribution) contribution).action();
        assertThat(history.actions())
                .as(where)
                .anyMatch(it -> it.item() == path.nodes().get(1)
                        && it.relationshipId() == path.steps().get(0).relationshipId());
        for (int i = 1; i < path.steps().size(); i++) {
            assertThat(joins(
                            graph,
                            path.nodes().get(i),
                            path.nodes().get(i + 1),
                            path.steps().get(i)))
                    .as(where)
                    .isTrue();
        }
    }

    private static boolean joins(GraphSnapshot graph, int from, int to, EvidencePath.Step step) {
        RelationshipType type = graph.schema().relationshipTypes().get(step.typeIndex());
        for (var direction : dev.clew.core.graph.Direction.values()) {
            var row = graph.neighbours(type, direction).at(from);
            for (int i = 0; i < row.size(); i++) {
                if (row.node(i) == to && row.relationshipId(i) == step.relationshipId()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Item i0 liked by everybody, and each of them likes one of nine others, i1 more than the rest; weights differ up to {@code largest}. */
    private static GraphSnapshot hub(int users, int largest) {
        GraphSchema schema = GraphFixture.schema(List.of("LIKES"), List.of(), List.of());
        GraphBuilder builder = new GraphBuilder(schema);
        RelationshipType likes = schema.relationshipTypes().get(0);
        int[] items = IntStream.range(0, 10)
                .map(i -> builder.addNode(new GraphNode(1, "i" + i, i)))
                .toArray();
        for (int i = 0; i < users; i++) {
            int user = builder.addNode(new GraphNode(0, "u" + i, 100 + i));
            builder.addRelationship(likes, user, items[0], 1 + i % largest, 0, 2L * i);
            builder.addRelationship(likes, user, items[1 + i % 9], 1, 0, 2L * i + 1);
        }
        return builder.build(1);
    }

    private static RandomWalkParameters parameters(double alpha, int maxWalks, double epsilon) {
        return new RandomWalkParameters(alpha, maxWalks, 0.95, epsilon, false, WEIGHTS);
    }

    private static Recommender recommender(GraphSnapshot graph, RandomWalkParameters parameters, long mostPushed) {
        return new RandomWalkRecommender(graph.schema(), parameters, CLOCK, mostPushed);
    }

    private static Recommender pageRank(GraphSnapshot graph, double alpha) {
        return fit(
                graph,
                "personalized-pagerank",
                Map.of("restartProbability", alpha, "tolerance", 1e-12, "typeWeights", WEIGHTS.byName()));
    }

    private static Recommender fit(GraphSnapshot graph, String name, Map<String, ?> settings) {
        Recommenders installed = Recommenders.installed(RandomWalkRecommenderTest.class.getClassLoader());
        return installed.fit(
                name, Settings.of(installed.named(name).parameters(), settings), TrainingData.all(graph), 0);
    }

    private static List<Integer> items(GraphSnapshot graph) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).role() == NodeRole.ITEM)
                .boxed()
                .toList();
    }

    private static double score(List<Recommendation> all, int item) {
        return all.stream()
                .filter(it -> it.item() == item)
                .mapToDouble(Recommendation::score)
                .findFirst()
                .orElse(0);
    }

    private static History of(GraphSnapshot graph, String user) {
        return History.of(graph, node(graph, user));
    }

    private static History likes(GraphSnapshot graph, String... items) {
        return new History(
                RecommendationGraph.NO_NODE,
                List.of(items).stream().map(item -> action(graph, item, 1)).toList());
    }

    private static Action action(GraphSnapshot graph, String item, float weight) {
        return new Action(node(graph, item), 0, weight, 0, RecommendationGraph.NO_RELATIONSHIP);
    }

    private static List<Object> keys(GraphSnapshot graph, Answer answer) {
        return answer.items().stream().map(it -> graph.key(it.item())).toList();
    }
}
