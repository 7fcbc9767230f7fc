package dev.clew.core.vectors;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.ledger.AttributeContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Explain;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeEncoderTest {
    private static final long NOW = 1;
    private static final FilterParameters GF_CF = new FilterParameters(0.7, 0.5, 1, 0.5);
    private static final EncoderScales SCALES = new EncoderScales(0.6f, 1.5f, 0.4f);
    private static final int USER = 0;
    private static final int ITEM = 1;
    private static final int ATTRIBUTE = 2;
    private static final int LIKES = 0;
    private static final int GENRE = 1;
    private static final int PART_OF = 3;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void weighsARareAttributeMoreThanACommonOne() {
        GraphSnapshot graph = graphOf("a-GENRE->common, a-GENRE->rare, b-GENRE->common, u-LIKES->c");
        int[] items = {node(graph, "a"), node(graph, "b"), node(graph, "c")};

        ItemAttributes attributes = AttributeSpace.of(graph, items).on(graph);

        // ln(1 + 3/2) for the genre of two of three items, ln(1 + 3/1) for the other's, made a row of length 1.
        double length = Math.hypot(Math.log(2.5), Math.log(4));
        assertThat(values(attributes.at(items[0])))
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(Math.log(2.5) / length, Math.log(4) / length);
        assertThat(values(attributes.at(items[1])))
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(1.0);
        assertThat(attributes.at(items[2]).size()).as("c has no attribute").isZero();
    }

    @Test
    void isLessSureOfAnItemWithAnAttributeNobodyKnows() {
        GraphSnapshot graph = graphOf("a-GENRE->x, b-GENRE->x, b-GENRE->y, c-GENRE->y");
        ItemAttributes attributes =
                AttributeSpace.of(graph, new int[] {node(graph, "a")}).on(graph);

        // One item was looked at and it is x: ln(1 + 1/1) for x, and the same for y, which has no column.
        assertThat(values(attributes.at(node(graph, "b"))))
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(Math.sqrt(0.5));
        assertThat(attributes.at(node(graph, "c")).size()).isZero();
    }

    @Test
    void givesHalfOfARowToWhatTheAttributesLinkTo() {
        GraphSnapshot graph = graphOf("a-GENRE->x, b-GENRE->y, c-GENRE->z, x-PART_OF->z, y-PART_OF->z");
        ItemAttributes attributes = AttributeSpace.of(graph, new int[] {node(graph, "a"), node(graph, "b")})
                .on(graph);

        // a is x, which is part of z: 1/sqrt 2 for each. Both items lead to z by two steps, in one column.
        assertThat(values(attributes.at(node(graph, "a"))))
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(Math.sqrt(0.5), Math.sqrt(0.5));
        int far = attributes.column(1);
        assertThat(attributes.at(node(graph, "b")).column(1)).isEqualTo(far);
        assertThat(attributes.at(node(graph, "c")).size())
                .as("nothing that the space was made of leads to z by one step")
                .isZero();
    }

    @Test
    void recommendsAnItemFromTheCommitOnThatCreatesIt() {
        GraphSnapshot graph = graphOf("u-LIKES->a, a-GENRE->horror, b-GENRE->comedy, v-LIKES->b");
        int[] known = {node(graph, "a"), node(graph, "b")};
        AttributeSpace space = AttributeSpace.of(graph, known);
        // Two dimensions: horror and comedy. Columns are in the order of the keys: comedy, horror.
        AttributeEncoder encoder = new AttributeEncoder(space, new float[] {0, 1, 1, 0}, 2, new EncoderScales(1, 2, 0));
        Factor history = new Factor(new float[] {3, 0, 0, 3}, new float[] {0.1f, 0.1f}, 2);
        var recommender =
                new VectorRecommender("test", new ItemVectors(known, history, history), FilterParameters.NONE, encoder);
        Query before = Query.of(History.of(graph, node(graph, "u")), 10, NOW);
        assertThat(recommender.recommend(graph, before).items()).isEmpty();

        GraphSnapshot after = graph.apply(List.of(put(GENRE, 90, item("new", 50), attribute(graph, "horror"), 1)));

        // The vector of a without its scale, (3, 0), times that of horror, (1, 0), times 2.
        Query query = Query.of(History.of(after, node(after, "u")), 10, NOW);
        assertThat(recommender.recommend(after, query).items())
                .containsExactly(new Recommendation(node(after, "new"), 6, null));
        assertThat(recommender.recommend(graph, before).items())
                .as("a reader who is still at the state before")
                .isEmpty();
    }

    @Test
    void saysWhichAttributeSpeaksForAnItem() {
        GraphSnapshot graph = graphOf("u-LIKES->a, a-GENRE->horror, b-GENRE->horror");
        int[] known = {node(graph, "a")};
        AttributeEncoder encoder =
                new AttributeEncoder(AttributeSpace.of(graph, known), new float[] {1}, 1, new EncoderScales(1, 1, 1));
        Factor one = new Factor(new float[] {1}, new float[] {1}, 1);
        var recommender =
                new VectorRecommender("test", new ItemVectors(known, one, one), FilterParameters.NONE, encoder);

        Query query = Query.of(History.of(graph, node(graph, "u")), 10, NOW).explained();
        Ledger ledger = recommender.explain(graph, query, node(graph, "b"));

        // 1 by the vectors, 1 for the shared genre.
        assertThat(ledger.score()).isCloseTo(2, within(1e-12));
        assertThat(ledger.contributions()).hasSize(1);
        AttributeContribution only =
                (AttributeContribution) ledger.contributions().get(0);
        assertThat(only.attribute().nodes()).containsExactly(node(graph, "b"), node(graph, "horror"));
        assertThat(Objects.requireNonNull(only.action()).lastNode()).isEqualTo(node(graph, "a"));
        assertThat(only.cites(1000)).as("the like").isTrue();
        assertThat(only.cites(1002)).as("b's genre").isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesTheListThatScoringEverythingGives(long seed) {
        RandomGenerator random = random(seed);
        GraphSnapshot graph = randomGraph(random);
        for (FilterParameters filter : List.of(FilterParameters.NONE, GF_CF)) {
            VectorRecommender recommender = recommender(graph, random, filter, 100);
            for (int k : new int[] {1, 3, 30}) {
                Query query = Query.of(busiest(graph), k, NOW);
                List<Recommendation> answered =
                        recommender.recommend(graph, query).items();
                List<Recommendation> expected = byHand(graph, recommender, query);
                assertThat(answered)
                        .as("seed %s, k %s", seed, k)
                        .extracting(Recommendation::item)
                        .isEqualTo(expected.stream().map(Recommendation::item).toList());
                for (int i = 0; i < expected.size(); i++) {
                    double score = expected.get(i).score();
                    assertThat(answered.get(i).score()).as("seed %s", seed).isCloseTo(score, within(1e-9 * score));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersAfterAnyCommitsAsIfTheyHadBeenThereFromTheStart(long seed) {
        RandomGenerator random = random(seed);
        GraphSnapshot graph = randomGraph(random);
        VectorRecommender recommender = recommender(graph, random, FilterParameters.NONE, 5);
        for (int commit = 0; commit < 12; commit++) {
            graph = commit % 5 == 4 ? graph.compacted() : graph.apply(anyChanges(graph, random));
            Query query = Query.of(busiest(graph), 30, NOW);
            VectorRecommender fresh = new VectorRecommender(
                    "fresh",
                    recommender.vectors(),
                    FilterParameters.NONE,
                    recommender.encoder().orElseThrow());
            assertThat(recommender.recommend(graph, query).items())
                    .as("seed %s, commit %s", seed, commit)
                    .isEqualTo(fresh.recommend(graph, query).items());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesTheScoreOutToActionsAndAttributesAndLosesTheShareWithTheAction(long seed) {
        RandomGenerator random = random(seed);
        GraphSnapshot graph = randomGraph(random);
        VectorRecommender recommender = recommender(graph, random, GF_CF, 40);
        History history = busiest(graph);
        for (Recommendation item : recommender
                .recommend(graph, Query.of(history, 20, NOW).explained())
                .items()) {
            Ledger ledger = Objects.requireNonNull(item.ledger());
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
            Query inShort =
                    new Query(history, 1, any -> true, NOW, 0, dev.clew.core.recommend.Budget.UNLIMITED, Explain.SHORT);
            assertThat(recommender.explain(graph, inShort, item.item()).score())
                    .as("seed %s, told in short", seed)
                    .isCloseTo(item.score(), within(1e-9 * magnitude(ledger)));
        }
    }

    @Test
    void refusesATableOfAnotherShape() {
        AttributeSpace space = AttributeSpace.of(graphOf("a-GENRE->x"), new int[0]);
        assertThatThrownBy(() -> new AttributeEncoder(space, new float[3], 3, SCALES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimension (3) times columns (0)");
    }

    private static double[] values(ItemAttributes item) {
        return IntStream.range(0, item.size()).mapToDouble(item::value).toArray();
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Five users, 16 items, 6 attributes, and links between the attributes. */
    private static GraphSnapshot randomGraph(RandomGenerator random) {
        StringBuilder text = new StringBuilder("u0-LIKES->i0");
        for (int i = 0; i < 16; i++) {
            text.append(", i").append(i).append("-GENRE->g").append(random.nextInt(6));
        }
        for (int i = 0; i < 30; i++) {
            text.append(", u").append(random.nextInt(5)).append("-LIKES:").append(random.nextInt(-1, 3) + 0.5);
            text.append("->i").append(random.nextInt(16));
            text.append(", i").append(random.nextInt(16));
            text.append(i % 2 == 0 ? "-GENRE->g" : "-ACTED_BY->g").append(random.nextInt(6));
        }
        for (int g = 0; g < 6; g++) {
            text.append(", i").append(g).append("-GENRE->g").append(g);
        }
        for (int i = 0; i < 4; i++) {
            text.append(", g").append(random.nextInt(6)).append("-PART_OF->g").append(random.nextInt(6));
        }
        return graphOf(text.toString());
    }

    /** Random vectors for every second item, and a random layer over what these are. */
    private static VectorRecommender recommender(
            GraphSnapshot graph, RandomGenerator random, FilterParameters filter, int dimension) {
        int[] known = items(graph).filter(item -> item % 2 == 0).toArray();
        AttributeSpace space = AttributeSpace.of(graph, known);
        Factor history = new Factor(gaussian(random, known.length * dimension), ones(known.length), dimension);
        Factor candidate = new Factor(gaussian(random, known.length * dimension), ones(known.length), dimension);
        float[] table = gaussian(random, space.size() * dimension);
        return new VectorRecommender(
                "test",
                new ItemVectors(known, history, candidate),
                filter,
                new AttributeEncoder(space, table, dimension, SCALES));
    }

    private static float[] gaussian(RandomGenerator random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] ones(int size) {
        float[] ones = new float[size];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static List<GraphChange> anyChanges(GraphSnapshot graph, RandomGenerator random) {
        List<GraphChange> changes = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            long fresh = random.nextLong(10_000, 1_000_000);
            GraphNode some = any(graph, random, ITEM);
            GraphNode attribute = any(graph, random, ATTRIBUTE);
            switch (random.nextInt(6)) {
                case 0 -> changes.add(put(GENRE, fresh, item("n" + fresh, fresh), attribute, 1));
                case 1 -> changes.add(put(GENRE, fresh, some, attribute, 1 + random.nextInt(3)));
                case 2 -> changes.add(put(PART_OF, fresh, attribute, any(graph, random, ATTRIBUTE), 1));
                case 3 -> changes.add(new GraphChange.NodeRemoved(some.entityId()));
                case 4 -> changes.add(put(LIKES, fresh, any(graph, random, USER), some, 1));
                default ->
                    changes.add(new GraphChange.NodePut(
                            new GraphNode(ATTRIBUTE, attribute.key() + "renamed", attribute.entityId())));
            }
        }
        return changes;
    }

    private static GraphChange put(int type, long id, GraphNode from, GraphNode to, float weight) {
        return new GraphChange.RelationshipPut(type, id, from, to, weight, 0);
    }

    private static GraphNode item(String key, long entityId) {
        return new GraphNode(ITEM, key, entityId);
    }

    private static GraphNode attribute(GraphSnapshot graph, String key) {
        return new GraphNode(ATTRIBUTE, key, graph.entityId(node(graph, key)));
    }

    private static GraphNode any(GraphSnapshot graph, RandomGenerator random, int type) {
        int[] all = IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).index() == type)
                .toArray();
        int node = all[random.nextInt(all.length)];
        return new GraphNode(type, graph.key(node), graph.entityId(node));
    }

    private static IntStream items(GraphSnapshot graph) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).index() == ITEM);
    }

    private static History busiest(GraphSnapshot graph) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).index() == USER)
                .mapToObj(user -> History.of(graph, user))
                .max(Comparator.comparingInt(history -> history.signed().size()))
                .orElse(History.empty());
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

    private static double magnitude(Ledger ledger) {
        return 1e-3
                + ledger.contributions().stream()
                        .mapToDouble(Contribution::value)
                        .map(Math::abs)
                        .sum();
    }
}
