package dev.clew.core.vectors;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.StoppedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorRecommenderTest {
    private static final long NOW = 1;
    private static final FilterParameters GF_CF = new FilterParameters(0.7, 0.5, 1, 0.5);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void scoresAnItemByTheProductOfItsVectorWithTheSumOfThoseActedOn() {
        GraphSnapshot graph = graphOf("u-LIKES->a, u-LIKES:2->b, v-LIKES->c, v-LIKES->d");
        float[] values = {1, 0, 0, 1, 3, 1, 1, -5};
        int[] nodes = {node(graph, "a"), node(graph, "b"), node(graph, "c"), node(graph, "d")};
        Factor history = new Factor(values, new float[] {1, 1, 1, 1}, 2);
        Factor candidate = new Factor(values, new float[] {1, 1, 10, 1}, 2);
        var recommender = new VectorRecommender("spectral", new ItemVectors(nodes, history, candidate));

        Answer answer = recommender.recommend(graph, query(graph, "u", 10));

        // u = a + 2b = (1, 2). c: 10 * (1 * 3 + 2 * 1) = 50. d: 1 * 1 - 2 * 5 < 0.
        assertThat(answer.items()).containsExactly(new Recommendation(node(graph, "c"), 50, null));
    }

    @Test
    void addsTheFilterOverWhatPeopleDidToTheSameItems() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES->a, v-LIKES->b, v-LIKES->c, w-LIKES->b");
        Factor nothing = new Factor(new float[3], new float[] {1, 1, 1}, 1);
        int[] nodes = {node(graph, "a"), node(graph, "b"), node(graph, "c")};
        var recommender = new VectorRecommender("spectral", new ItemVectors(nodes, nothing, nothing), GF_CF);

        Answer answer = recommender.recommend(graph, query(graph, "u", 10));

        // 0.7 * 2^-1/2 (a has two users) * 3^-1 (v has three items) * 1 for c, which has one user, and 2^-1/2 for b.
        assertThat(answer.items()).extracting(Recommendation::item).containsExactly(node(graph, "c"), node(graph, "b"));
        assertThat(answer.items().get(0).score()).isCloseTo(0.7 / Math.sqrt(2) / 3, within(1e-12));
        assertThat(answer.items().get(1).score()).isCloseTo(0.7 / 2 / 3, within(1e-12));
    }

    @Test
    void servesNobodyWhoseItemsItDoesNotKnow() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES->b");
        Factor one = new Factor(new float[] {1}, new float[] {1}, 1);
        var recommender = new VectorRecommender("spectral", new ItemVectors(new int[] {node(graph, "b")}, one, one));

        assertThat(recommender.canServe(History.of(graph, node(graph, "u")))).isFalse();
        assertThat(recommender.canServe(History.of(graph, node(graph, "v")))).isTrue();
    }

    @Test
    void refusesVectorsOfTwoShapes() {
        Factor one = new Factor(new float[2], new float[1], 2);
        Factor other = new Factor(new float[3], new float[1], 3);
        assertThatThrownBy(() -> new ItemVectors(new int[] {0}, one, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(1 x 2)")
                .hasMessageContaining("(1 x 3)");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesTheListThatMultiplyingEverythingGives(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        for (FilterParameters filter : List.of(FilterParameters.NONE, GF_CF)) {
            var recommender = new VectorRecommender("spectral", vectors(graph, seed, 3), filter);
            for (int k : new int[] {1, 3, 20}) {
                Query query = Query.of(anyHistory(graph), k, NOW);
                assertGivesWhatMultiplyingEverythingGives("seed " + seed + ", k " + k, graph, recommender, query);
            }
        }
    }

    /** Long vectors whose first columns carry most, as those of a decomposition do, and lengths that differ: what pruning is for. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheSameOfManyItemsAsMultiplyingEverything(long seed) {
        GraphSnapshot graph = manyItems(seed);
        ItemVectors vectors = vectors(graph, seed, 150);
        var recommender = new VectorRecommender("spectral", vectors);
        Query query = query(graph, "u", 10);

        assertGivesWhatMultiplyingEverythingGives("seed " + seed, graph, recommender, query);
        assertThat(recommender.exhaustive().recommend(graph, query).items())
                .as("seed %s: the same list and the same scores without pruning", seed)
                .isEqualTo(recommender.recommend(graph, query).items());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesTheScoreOutToTheActionsAndLosesTheShareWithTheAction(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        var recommender = new VectorRecommender("spectral", vectors(graph, seed, 40), GF_CF);
        History history = anyHistory(graph);
        for (Recommendation item : recommender
                .recommend(graph, Query.of(history, 20, NOW).explained())
                .items()) {
            Ledger ledger = java.util.Objects.requireNonNull(item.ledger());
            assertThat(ledger.score()).as("seed %s", seed).isCloseTo(item.score(), within(1e-9 * magnitude(ledger)));
            for (Action masked : history.signed()) {
                List<Action> others = new ArrayList<>(history.actions());
                others.remove(masked);
                Query without = Query.of(new History(history.user(), others), 1, NOW);
                assertThat(recommender.explain(graph, without, item.item()).score())
                        .as("seed %s, item %s without %s", seed, item.item(), masked)
                        .isCloseTo(
                                ledger.score() - ledger.valueCiting(masked.relationshipId()),
                                within(1e-9 * magnitude(ledger)));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersAgainWithinTheWorkItDid(long seed) {
        GraphSnapshot graph = manyItems(seed);
        var recommender = new VectorRecommender("spectral", vectors(graph, seed, 300));
        Query cut = withWork(query(graph, "u", 500), 1);

        Answer answer = recommender.recommend(graph, cut);

        assertThat(answer.stoppedBy()).as("seed %s", seed).isEqualTo(StoppedBy.WORK);
        assertThat(recommender.recommend(graph, withWork(cut, answer.workDone())))
                .isEqualTo(answer);
        for (Recommendation item : answer.items()) {
            assertThat(recommender.explain(graph, cut, item.item()).score())
                    .as("seed %s: what is answered in part is still scored in full", seed)
                    .isCloseTo(item.score(), within(1e-9));
        }
    }

    @Test
    void multipliesNoVectorOfAnItemThatTheQueryLeavesOut() {
        GraphSnapshot graph = manyItems(0);
        var recommender = new VectorRecommender("spectral", vectors(graph, 0, 300));
        Query all = query(graph, "u", 1000);
        Query none = new Query(all.history(), 1000, item -> false, NOW, 0, Budget.UNLIMITED, false);

        // 150 vectors at a unit of work for each 8 columns against the three of the user's actions.
        assertThat(recommender.recommend(graph, none).workDone()).isEqualTo(1);
        assertThat(recommender.recommend(graph, all).workDone()).isGreaterThan(1);
    }

    private static Query query(GraphSnapshot graph, String user, int k) {
        return Query.of(History.of(graph, node(graph, user)), k, NOW);
    }

    private static Query withWork(Query query, long batches) {
        Budget budget = new Budget(batches, Budget.NO_DEADLINE);
        return new Query(query.history(), query.k(), query.candidate(), NOW, 0, budget, false);
    }

    private static void assertGivesWhatMultiplyingEverythingGives(
            String which, GraphSnapshot graph, VectorRecommender recommender, Query query) {
        List<Recommendation> answered = recommender.recommend(graph, query).items();
        List<Recommendation> expected = byHand(graph, recommender, query);
        assertThat(answered)
                .as(which)
                .extracting(Recommendation::item)
                .isEqualTo(expected.stream().map(Recommendation::item).toList());
        for (int i = 0; i < expected.size(); i++) {
            double score = expected.get(i).score();
            assertThat(answered.get(i).score()).as(which).isCloseTo(score, within(1e-9 * score));
        }
    }

    private static double magnitude(Ledger ledger) {
        return 1e-3
                + ledger.contributions().stream()
                        .mapToDouble(Contribution::value)
                        .map(Math::abs)
                        .sum();
    }

    /** Every item's complete ledger score, the acted-on left out, sorted. */
    private static List<Recommendation> byHand(GraphSnapshot graph, VectorRecommender recommender, Query query) {
        return items(graph)
                .filter(item -> !query.history().includes(item))
                .mapToObj(item -> new Recommendation(
                        item, recommender.explain(graph, query, item).score(), null))
                .filter(item -> item.score() > 0)
                .sorted(Comparator.comparingDouble((Recommendation item) -> -item.score())
                        .thenComparing(item -> (String) graph.key(item.item())))
                .limit(query.k())
                .toList();
    }

    private static IntStream items(GraphSnapshot graph) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).equals(graph.schema().item()));
    }

    private static History anyHistory(GraphSnapshot graph) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).equals(graph.schema().user()))
                .mapToObj(user -> History.of(graph, user))
                .max(Comparator.comparingInt(history -> history.signed().size()))
                .orElse(History.empty());
    }

    private static GraphSnapshot manyItems(long seed) {
        StringBuilder text = new StringBuilder("u-LIKES->i0, u-LIKES->i1, u-LIKES->i2");
        for (int i = 0; i < 150 + seed % 50; i++) {
            text.append(", v-LIKES->i").append(i);
        }
        return graphOf(text.toString());
    }

    /** Random vectors for all items but the last, which the model does not know. */
    private static ItemVectors vectors(GraphSnapshot graph, long seed, int dimension) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] all = items(graph).toArray();
        int[] nodes = java.util.Arrays.copyOf(all, all.length - 1);
        float[] values = new float[nodes.length * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() / (1 + i % dimension));
        }
        return new ItemVectors(
                nodes,
                new Factor(values, scales(random, nodes.length), dimension),
                new Factor(values, scales(random, nodes.length), dimension));
    }

    private static float[] scales(RandomGenerator random, int size) {
        float[] scales = new float[size];
        for (int i = 0; i < size; i++) {
            scales[i] = (float) Math.exp(2 * random.nextGaussian());
        }
        return scales;
    }
}
