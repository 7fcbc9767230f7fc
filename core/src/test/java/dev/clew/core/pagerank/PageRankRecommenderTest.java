package dev.clew.core.pagerank;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.BaselineContribution;
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
import dev.clew.core.recommend.WorkMeter;
import dev.clew.core.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageRankRecommenderTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void isFoundByItsName() {
        Recommenders installed = Recommenders.installed(getClass().getClassLoader());
        assertThat(installed.named("personalized-pagerank")).isInstanceOf(PageRankProvider.class);
    }

    @Test
    void ranksTheItemSharedByBothLikedGenresFirst() {
        GraphSnapshot graph = graphOf(
                "u-LIKES->a, u-LIKES->b, a-GENRE->g, b-GENRE->h, both-GENRE->g, both-GENRE->h, one-GENRE->g, other-GENRE->k");
        assertThat(keys(graph, answer(graph, Map.of(), Query.of(of(graph, "u"), 10, 0))))
                .containsExactly("both", "one");
    }

    @Test
    void ranksTheItemOfARejectedItemsGenreLast() {
        GraphSnapshot graph = graphOf("u-LIKES->a, u-LIKES:-1->x, a-GENRE->g, x-GENRE->h, near-GENRE->g,"
                + " torn-GENRE->g, torn-GENRE->h, far-GENRE->h");
        assertThat(keys(graph, answer(graph, Map.of(), Query.of(of(graph, "u"), 10, 0))))
                .startsWith("near")
                .doesNotContain("far", "a", "x");
    }

    /** From u the walk stops at u with alpha, and goes on to an item in proportion to its weight: where we start. */
    @Test
    void scoresAreThoseOfWalksFromTheUserButForTheFirstStep() {
        GraphSnapshot graph = graphOf("u-LIKES:3->a, u-LIKES->b, v-LIKES->a, v-LIKES->c, w-LIKES->b, w-LIKES->d");
        double[] user = new double[graph.nodeCount()];
        user[node(graph, "u")] = 1;
        double[] fromUser = new DensePageRank(graph, PageRankParameters.DEFAULT).scores(user, 0.5);
        Answer answer = answer(graph, Map.of("tolerance", 1e-12), Query.of(of(graph, "u"), 10, 0));
        assertThat(keys(graph, answer)).containsExactly("c", "d");
        for (Recommendation item : answer.items()) {
            assertThat(0.5 * item.score()).isEqualTo(fromUser[item.item()], within(1e-9));
        }
    }

    @Test
    void answersSomebodyUnknownWhoDidTheSameTheSame() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES->a, v-LIKES->b, w-LIKES->a, w-LIKES->c, w-LIKES->b");
        History stored = of(graph, "u");
        History given = new History(
                RecommendationGraph.NO_NODE,
                List.of(new Action(node(graph, "a"), 0, 1, 0, RecommendationGraph.NO_RELATIONSHIP)));
        assertThat(answer(graph, Map.of(), Query.of(given, 5, 0)).items())
                .isEqualTo(answer(graph, Map.of(), Query.of(stored, 5, 0)).items())
                .hasSize(2);
    }

    @Test
    void servesOnlyThoseWhoLikeSomethingByATypeThatIsWalked() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES:-1->a, w-LIKES:0->a");
        assertThat(fit(graph, Map.of()).canServe(of(graph, "u"))).isTrue();
        assertThat(fit(graph, Map.of()).canServe(of(graph, "v"))).isFalse();
        assertThat(fit(graph, Map.of()).canServe(of(graph, "w"))).isFalse();
        assertThat(fit(graph, Map.of()).canServe(History.empty())).isFalse();
        assertThat(fit(graph, Map.of("typeWeights", Map.of("LIKES", 0))).canServe(of(graph, "u")))
                .isFalse();
    }

    @Test
    void answersNothingToSomebodyWhoDidNothing() {
        GraphSnapshot graph = graphOf("u-LIKES->a");
        Answer answer = answer(graph, Map.of(), Query.of(History.empty(), 5, 0));
        assertThat(answer.items()).isEmpty();
        assertThat(answer.stoppedBy()).isEqualTo(StoppedBy.COMPLETE);
    }

    @Test
    void refusesParametersOutOfRangeAndUnknownTypes() {
        GraphSnapshot graph = graphOf("u-LIKES->a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(graph, Map.of("typeWeights", Map.of("LIKS", 1))))
                .withMessage("typeWeights: 'LIKS' must be a declared relationship type. Did you mean 'LIKES'?"
                        + " Allowed: LIKES, GENRE, ACTED_BY, PART_OF");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(graph, Map.of("typeWeights", Map.of("LIKES", "much"))))
                .withMessage("typeWeights.LIKES (much) must be a number.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(graph, Map.of("typeWeights", Map.of("LIKES", -1))))
                .withMessage("typeWeights.LIKES (-1.0) must be a finite number at least 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageRankParameters(15, 1e-6, Map.of()))
                .withMessage("restartProbability (15.0) must be in (0, 1). Maybe it was given as a percentage.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageRankParameters(0.15, 0, Map.of()))
                .withMessage("tolerance (0.0) must be greater than 0 and finite.");
    }

    /**
     * On the line a - v - b from a with alpha = 1/2, pi(b) = 1/12. The walk a, v, b has alpha * 1/2 * 1 * 1/2 * 1/2 = 1/16 of it; those that turn back once have 1/64 of
     * the next length, four times over: 1/16 * (1 + 1/4 + 1/16 + ...) = 1/12.
     */
    @Test
    void namesEachWalkWithItsShare() {
        GraphSnapshot graph = graphOf("v-LIKES->a, v-LIKES->b");
        History history = new History(
                RecommendationGraph.NO_NODE,
                List.of(new Action(node(graph, "a"), 0, 1, 0, RecommendationGraph.NO_RELATIONSHIP)));
        Ledger ledger = fit(graph, Map.of("restartProbability", 0.5, "tolerance", 1e-9))
                .explain(graph, Query.of(history, 5, 0), node(graph, "b"));
        assertThat(ledger.score()).isEqualTo(1 / 12.0, within(1e-8));
        PathContribution first = (PathContribution) ledger.contributions().get(0);
        assertThat(first.value()).isEqualTo(1 / 16.0, within(1e-12));
        assertThat(first.path())
                .isEqualTo(new EvidencePath(
                        List.of(RecommendationGraph.NO_NODE, node(graph, "a"), node(graph, "v"), node(graph, "b")),
                        List.of(
                                new EvidencePath.Step(0, RecommendationGraph.NO_RELATIONSHIP),
                                new EvidencePath.Step(0, 1000),
                                new EvidencePath.Step(0, 1001))));
        assertThat(ledger.contributions().subList(1, 3))
                .extracting(Contribution::value)
                .allSatisfy(value -> assertThat(value).isEqualTo(1 / 128.0, within(1e-12)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsWalksThatExistAndAreEachAsLikelyAsToldToEveryScore(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        Map<String, Double> weights = Map.of("RATED", 2.0, "IN_GENRE", 0.5);
        PageRankParameters parameters = new PageRankParameters(0.3, seed % 3 == 0 ? 1e-2 : 1e-8, weights);
        PageRankRecommender recommender = new PageRankRecommender(graph.schema(), parameters);
        DensePageRank dense = new DensePageRank(graph, parameters);
        Query query = Query.of(of(graph, "u0"), 100, 0).explained();
        for (String name : List.of("i0", "i1", "i2", "u0", "g0")) {
            int item = node(graph, name);
            Ledger ledger = recommender.explain(graph, query, item);
            assertSums(ledger, "item " + item + " of seed " + seed);
            Set<EvidencePath> walks = new HashSet<>();
            for (Contribution contribution : ledger.contributions()) {
                if (contribution instanceof PathContribution walk) {
                    assertThat(walks.add(walk.path()))
                            .as("%s once, seed %s", walk, seed)
                            .isTrue();
                    assertWalk(graph, dense, query.history(), weights, walk, "seed " + seed);
                }
            }
        }
        for (Recommendation item : recommender.recommend(graph, query).items()) {
            assertThat(item.ledger()).isEqualTo(recommender.explain(graph, query, item.item()));
            assertThat(Objects.requireNonNull(item.ledger()).score()).isEqualTo(item.score());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesMostOfAScoreWalkByWalk(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        Answer answer = new PageRankRecommender(graph.schema(), new PageRankParameters(0.5, 1e-8, Map.of()))
                .recommend(graph, Query.of(likes(graph, "u0"), 1, 0).explained());
        for (Recommendation item : answer.items()) {
            double named = Objects.requireNonNull(item.ledger()).contributions().stream()
                    .filter(PathContribution.class::isInstance)
                    .mapToDouble(Contribution::value)
                    .sum();
            assertThat(named).as("seed %s", seed).isGreaterThan(0.5 * item.score());
        }
    }

    @Test
    void repeatsAnAnswerThatTheBudgetCutAndExplainsItToTheSum() {
        GraphSnapshot graph = ForwardPushTest.hub(3 * Budget.BATCH);
        Recommender recommender = fit(graph, Map.of("tolerance", 1e-9));
        History history = of(graph, "u0");
        for (int work = 1; work < 8; work++) {
            Query query = new Query(history, 5, item -> true, 0, 0, new Budget(work, Budget.NO_DEADLINE), true);
            Answer answer = recommender.recommend(graph, query);
            assertThat(answer.stoppedBy()).isEqualTo(StoppedBy.WORK);
            assertThat(answer.workDone()).isEqualTo(work);
            assertThat(recommender.recommend(graph, query)).isEqualTo(answer);
            for (Recommendation item : answer.items()) {
                assertSums(Objects.requireNonNull(item.ledger()), "work " + work);
            }
        }
        Answer complete = recommender.recommend(graph, Query.of(history, 5, 0));
        Query again =
                new Query(history, 5, item -> true, 0, 0, new Budget(complete.workDone(), Budget.NO_DEADLINE), false);
        assertThat(recommender.recommend(graph, again)).isEqualTo(complete);
    }

    /**
     * A thousand actions share the seeds, and what each passes on is below the tolerance times the degree of what they have in common: with the tolerance
     * given, no walk comes further than to the items acted on.
     */
    @Test
    void goesOnUntilItHasEnoughItemsWhereManyActionsShareTheSeeds() {
        GraphSnapshot graph = graphOf(IntStream.range(0, 1_000)
                .mapToObj(i -> "u-LIKES->i" + i + ", i" + i + "-GENRE->g, i" + i + "-GENRE->g" + i)
                .collect(Collectors.joining(", ", "new-GENRE->g, ", "")));
        Query query = Query.of(of(graph, "u"), 5, 0);
        Answer answer = answer(graph, Map.of("tolerance", 1e-3), query);
        assertThat(answer.items()).extracting(it -> graph.key(it.item())).containsExactly("new");
        assertThat(answer.stoppedBy()).isEqualTo(StoppedBy.COMPLETE);
        Query cut = new Query(query.history(), 5, item -> true, 0, 0, new Budget(1, Budget.NO_DEADLINE), false);
        assertThat(answer(graph, Map.of("tolerance", 1e-3), cut).stoppedBy()).isEqualTo(StoppedBy.WORK);
    }

    /** A clock that has run out at its third look: what was pushed by then is three batches at most, though the first row alone has seven. */
    @Test
    void looksAtTheClockInTheMiddleOfALongRow() {
        GraphSnapshot graph = ForwardPushTest.hub(7 * Budget.BATCH);
        AtomicLong looks = new AtomicLong();
        Recommender recommender = new PageRankRecommender(
                graph.schema(),
                new PageRankParameters(0.5, 1e-9, Map.of()),
                new Pace(() -> looks.addAndGet(1_000_000_000)));
        Query query =
                new Query(of(graph, "u0"), 5, item -> true, 0, 0, new Budget(Long.MAX_VALUE, 3_000_000_000L), false);
        Answer answer = recommender.recommend(graph, query);
        assertThat(answer.stoppedBy()).isEqualTo(StoppedBy.DEADLINE);
        assertThat(answer.workDone()).isEqualTo(3);
        Query again = new Query(of(graph, "u0"), 5, item -> true, 0, 0, new Budget(3, Budget.NO_DEADLINE), false);
        assertThat(recommender.recommend(graph, again).items()).isEqualTo(answer.items());
    }

    /** Everybody waits to be pushed after the hub was, and nobody has enough: they are waited for in batches, too. */
    @Test
    void looksAtTheClockWhileMillionsWaitInVain() {
        GraphSnapshot graph = ForwardPushTest.hub(7 * Budget.BATCH);
        WorkMeter meter = new WorkMeter(Budget.UNLIMITED);
        NodeScores seeds = ForwardPushTest.vector(graph, "i0", 1);
        // Each of the neighbours gets 1.74e-5 of the mass, more than the tolerance and less than twice that.
        ForwardPush.run(graph, new PageRankParameters(0.5, 1e-5, Map.of()), seeds, meter);
        assertThat(meter.workDone())
                .as("seven batches of relationships, seven of nodes")
                .isGreaterThanOrEqualTo(14);
    }

    /** The weights of actions given in the request are the seeds: here 3 to 1 in favour of what leads to c. */
    @Test
    void anAnonymousUserMayWeighTheSeeds() {
        GraphSnapshot graph = graphOf("v-LIKES->a, v-LIKES->c, w-LIKES->b, w-LIKES->d");
        History given = new History(
                RecommendationGraph.NO_NODE,
                List.of(
                        new Action(node(graph, "a"), 0, 3, 0, RecommendationGraph.NO_RELATIONSHIP),
                        new Action(node(graph, "b"), 0, 1, 0, RecommendationGraph.NO_RELATIONSHIP)));
        List<Recommendation> items =
                answer(graph, Map.of("tolerance", 1e-12), Query.of(given, 5, 0)).items();
        assertThat(items).extracting(it -> graph.key(it.item())).containsExactly("c", "d");
        assertThat(items.get(0).score() / items.get(1).score()).isEqualTo(3, within(1e-6));
    }

    @Test
    void namesWhatWasNotPushed() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES->a, v-LIKES->b");
        Recommender recommender = fit(graph, Map.of("tolerance", 0.05));
        Ledger ledger = recommender.explain(graph, Query.of(of(graph, "u"), 5, 0), node(graph, "b"));
        assertThat(ledger.contributions())
                .filteredOn(BaselineContribution.class::isInstance)
                .extracting(it -> ((BaselineContribution) it).name())
                .contains(InFlows.UNPUSHED);
    }

    private static void assertSums(Ledger ledger, String where) {
        double sum =
                ledger.contributions().stream().mapToDouble(Contribution::value).sum();
        double magnitude = ledger.contributions().stream()
                .mapToDouble(it -> Math.abs(it.value()))
                .sum();
        assertThat(sum).as(where).isEqualTo(ledger.score(), within(1e-8 * Math.max(magnitude, 1e-12)));
    }

    private static void assertWalk(
            GraphSnapshot graph,
            DensePageRank dense,
            History history,
            Map<String, Double> weights,
            PathContribution walk,
            String where) {
        List<Integer> nodes = walk.path().nodes();
        Action action = history.actions().stream()
                .filter(it -> it.relationshipId() == walk.path().steps().get(0).relationshipId())
                .findFirst()
                .orElseThrow();
        assertThat(nodes.subList(0, 2)).as(where).containsExactly(history.user(), action.item());
        double total = history.actions().stream()
                .mapToDouble(it -> Math.abs(typeWeight(graph, weights, it.typeIndex()) * it.weight()))
                .sum();
        double chance = 0.3 * typeWeight(graph, weights, action.typeIndex()) * action.weight() / total;
        for (int i = 1; i < nodes.size() - 1; i++) {
            EvidencePath.Step step = walk.path().steps().get(i);
            double weight = weight(graph, nodes.get(i), nodes.get(i + 1), step);
            chance *= (nodes.get(i).equals(nodes.get(i + 1)) ? 2 : 1)
                    * 0.7
                    * typeWeight(graph, weights, step.typeIndex())
                    * weight
                    / dense.total[nodes.get(i)];
        }
        boolean stays = dense.total[walk.path().lastNode()] == 0;
        double expected = stays ? chance / 0.3 : chance;
        if (Math.abs(walk.value() - expected) > 1e-12) {
            assertThat(walk.value()).as(where).isEqualTo(expected);
        }
    }

    private static double typeWeight(GraphSnapshot graph, Map<String, Double> weights, int typeIndex) {
        return weights.getOrDefault(
                graph.schema().relationshipTypes().get(typeIndex).name(), 1.0);
    }

    private static float weight(GraphSnapshot graph, int from, int to, EvidencePath.Step step) {
        RelationshipType type = graph.schema().relationshipTypes().get(step.typeIndex());
        for (Direction direction : Direction.values()) {
            Neighbours row = graph.neighbours(type, direction).at(from);
            for (int i = 0; i < row.size(); i++) {
                if (row.node(i) == to && row.relationshipId(i) == step.relationshipId()) {
                    return row.weight(i);
                }
            }
        }
        throw new AssertionError(step + " does not join " + from + " and " + to);
    }

    private static Recommender fit(GraphSnapshot graph, Map<String, ?> settings) {
        Recommenders installed = Recommenders.installed(PageRankRecommenderTest.class.getClassLoader());
        return installed.fit(
                PageRankProvider.NAME,
                Settings.of(installed.named(PageRankProvider.NAME).parameters(), settings),
                TrainingData.all(graph),
                0);
    }

    private static Answer answer(GraphSnapshot graph, Map<String, ?> settings, Query query) {
        return fit(graph, settings).recommend(graph, query);
    }

    private static History of(GraphSnapshot graph, String user) {
        return History.of(graph, node(graph, user));
    }

    private static History likes(GraphSnapshot graph, String user) {
        History all = of(graph, user);
        return new History(
                all.user(), all.actions().stream().filter(it -> it.weight() > 0).toList());
    }

    private static List<Object> keys(GraphSnapshot graph, Answer answer) {
        return answer.items().stream().map(it -> graph.key(it.item())).toList();
    }
}
