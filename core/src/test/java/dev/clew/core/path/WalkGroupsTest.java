package dev.clew.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.explain.Explainer;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.ledger.BaselineContribution;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.EvidencePath;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.ledger.PathContribution;
import dev.clew.core.ledger.PathGroupContribution;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.Explain;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Explain#SHORT} tells, against the ledgers with every walk in them. */
class WalkGroupsTest {
    private static final MetaPathParameters PARAMETERS = new MetaPathParameters(0.8, 0.6, 0.35, Map.of());

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** What makes walks one reason. */
    private record Key(List<Integer> types, int start, int attribute) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsTheGroupOfWalksThatAddsMost(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        users(graph).forEach(user -> {
            List<Recommendation> full = answer(graph, user, Explain.FULL).items();
            List<Recommendation> brief = answer(graph, user, Explain.SHORT).items();
            assertThat(brief).extracting(Recommendation::item).isEqualTo(ids(full));
            for (int i = 0; i < full.size(); i++) {
                double largest = largestGroup(Objects.requireNonNull(full.get(i).ledger()), graph);
                Ledger told = Objects.requireNonNull(brief.get(i).ledger());
                assertThat(told.score()).isEqualTo(full.get(i).score());
                assertThat(told.contributions().stream()
                                .filter(it -> it instanceof PathGroupContribution || it instanceof PathContribution)
                                .mapToDouble(Contribution::value)
                                .sum())
                        .as("seed %s, user %s, item %s", seed, user, full.get(i).item())
                        .isCloseTo(Math.max(0, largest), within(1e-9));
            }
        });
    }

    private static double largestGroup(Ledger full, GraphSnapshot graph) {
        Map<Key, Double> groups = new HashMap<>();
        for (Contribution contribution : full.contributions()) {
            EvidencePath path = ((PathContribution) contribution).path();
            boolean attribute = path.nodes().size() == 4
                    && graph.nodeType(path.nodes().get(2)).role() == NodeRole.ATTRIBUTE;
            // One step is a link: WalkFinder tells each by itself.
            boolean single = path.nodes().size() == 3;
            Key key = new Key(
                    path.typeIndexes().subList(1, path.typeIndexes().size()),
                    single ? path.hashCode() : path.nodes().get(1),
                    attribute ? path.nodes().get(2) : -1);
            groups.merge(key, contribution.value(), Double::sum);
        }
        return groups.values().stream().mapToDouble(it -> it).max().orElse(0);
    }

    @Test
    void countsPeopleOnceHoweverManyWaysLeadOverThem() {
        GraphSnapshot graph = GraphFixture.parse(
                        GraphFixture.schema(List.of("LIKES", "RATED"), List.of(), List.of()),
                        "u-LIKES->a, u-RATED->a, v-LIKES->a, v-LIKES->b, v-LIKES->b, w-LIKES->a, w-LIKES->b")
                .build();
        Answer answer = answer(graph, GraphFixture.node(graph, "u"), Explain.SHORT);
        Ledger ledger = Objects.requireNonNull(answer.items().get(0).ledger());
        assertThat(new Explainer(graph, node -> String.valueOf(graph.key(node)))
                        .reason(ledger, answer.items().get(0).item()))
                .isEqualTo("2 people who liked a also liked b");
    }

    /** What both were liked by, where one of the two rows is so much longer that each of the shorter one's is looked for in it. */
    @ParameterizedTest(name = "{0} like what the user did, {1} the other, {2} both")
    @CsvSource({"60, 2, 2", "60, 900, 7", "900, 5, 3", "60, 70, 11", "3, 500, 2"})
    void countsThePeopleWhoLikedBothHoweverFewLikedOneOfThem(int first, int second, int both) {
        StringJoiner likes = new StringJoiner(", ").add("u-LIKES->a");
        IntStream.range(0, first).forEach(i -> likes.add("p" + i + "-LIKES->a"));
        // Those who like both are spread over those who like the first.
        IntStream.range(0, both).forEach(i -> likes.add("p" + i * first / both + "-LIKES->b"));
        IntStream.range(both, second).forEach(i -> likes.add("q" + i + "-LIKES->b"));
        GraphSnapshot graph = GraphFixture.graphOf(likes.toString());
        Recommendation item = answer(graph, GraphFixture.node(graph, "u"), Explain.SHORT)
                .items()
                .get(0);
        assertThat(graph.key(item.item())).isEqualTo("b");
        assertThat(Objects.requireNonNull(item.ledger()).contributions())
                .filteredOn(it -> it instanceof PathGroupContribution)
                .extracting(it -> ((PathGroupContribution) it).people())
                .containsExactly((long) both);
    }

    @Test
    void saysHowMuchItDidNotLookAtOnceTheBudgetIsUsedUp() {
        GraphBuilder builder = new GraphBuilder(GraphFixture.schema(List.of("LIKES"), List.of(), List.of()));
        RelationshipType likes = GraphFixture.schema(List.of("LIKES"), List.of(), List.of())
                .relationshipTypes()
                .get(0);
        int liked = builder.addNode(new GraphNode(1, "liked", 0));
        int other = builder.addNode(new GraphNode(1, "other", 1));
        for (int user = 0; user < 40_000; user++) {
            int number = builder.addNode(new GraphNode(0, "u" + user, 2 + user));
            builder.addRelationship(likes, number, liked, 1, 0, 2L * user);
            if (user > 0) {
                builder.addRelationship(likes, number, other, 1, 0, 2L * user + 1);
            }
        }
        GraphSnapshot graph = builder.build(1);
        Budget budget = new Budget(20, Budget.NO_DEADLINE);
        Query query = new Query(History.of(graph, 2), 5, item -> true, 0, 0, budget, Explain.SHORT);
        Recommendation item = recommender(graph).recommend(graph, query).items().get(0);
        Ledger ledger = Objects.requireNonNull(item.ledger());
        assertThat(ledger.score()).isEqualTo(item.score());
        assertThat(ledger.contributions())
                .contains(new BaselineContribution(MetaPathRecommender.LEFT_OUT, item.score()));
    }

    private static IntStream users(GraphSnapshot graph) {
        return IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).role() == NodeRole.USER);
    }

    private static List<Integer> ids(List<Recommendation> items) {
        return items.stream().map(Recommendation::item).toList();
    }

    private static Answer answer(GraphSnapshot graph, int user, Explain explain) {
        Query query = new Query(History.of(graph, user), 5, item -> true, 0, 0, Budget.UNLIMITED, explain);
        return recommender(graph).recommend(graph, query);
    }

    private static MetaPathRecommender recommender(GraphSnapshot graph) {
        return new MetaPathRecommender("meta-path", MetaPath.of(graph.schema()), PARAMETERS);
    }
}
