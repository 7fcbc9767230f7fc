package dev.clew.core.split;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RandomGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitsTest {
    private static final GraphSchema INTEGERS = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER)),
            List.of(new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes")));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void holdsOutAboutTheShareAtRandom() {
        GraphSnapshot graph = grid(200, 50, 0);
        Split split = Splits.random(graph, 0.2, 7);
        // 10,000 fair draws: the standard deviation of the share is 0.004
        assertThat(split.heldOut().size() / 10_000.0).isEqualTo(0.2, within(0.016));
        assertThat(split.heldOut().size())
                .isNotEqualTo(Splits.random(graph, 0.2, 8).heldOut().size());
    }

    /** One item that 400 users like and 16 that 25 like each: the pairs of the one have the chance 1.6 * share, the others' 0.4 * share. */
    @Test
    void holdsOutPopularItemsMoreOftenByTheRootOfTheirDegree() {
        GraphBuilder builder = new GraphBuilder(INTEGERS);
        for (int item = 0; item <= 16; item++) {
            builder.addNode(new GraphNode(1, (long) item, item));
        }
        for (int i = 0; i < 400; i++) {
            int user = builder.addNode(new GraphNode(0, (long) i, 17 + i));
            likes(builder, user, 0, 0, 2L * i);
            likes(builder, user, 1 + i / 25, 0, 2L * i + 1);
        }

        HeldOut heldOut = Splits.popular(builder.build(1), 0.25, 7).heldOut();

        long popular = heldOut.users().stream()
                .filter(user -> Arrays.stream(heldOut.items(user)).anyMatch(item -> item == 0))
                .count();
        // 400 draws each by 0.4 and 0.1: five standard deviations are 49 and 30
        assertThat(popular).isBetween(111L, 209L);
        assertThat(heldOut.size() - popular).isBetween(10L, 70L);
    }

    @Test
    void treatsUsersAndItemsAlike() {
        HeldOut heldOut = Splits.random(grid(200, 200, 0), 0.5, 7).heldOut();
        int[] perItem = new int[200];
        for (int user : heldOut.users()) {
            // 200 fair draws: five standard deviations are 35
            assertThat(heldOut.items(user).length).isBetween(65, 135);
            Arrays.stream(heldOut.items(user)).forEach(item -> perItem[item]++);
        }
        assertThat(perItem)
                .satisfies(counts -> assertThat(Arrays.stream(counts)).allMatch(count -> count >= 65 && count <= 135));
    }

    @Test
    void leavesOneOutOfEverybodyWhoHasTwo() {
        GraphSnapshot graph = graphOf("u-LIKES->a, u-LIKES->b, u-LIKES->c, v-LIKES->a, w-LIKES->a, w-LIKES:-1->b");
        HeldOut heldOut = Splits.leaveOneOut(graph, 1).heldOut();
        assertThat(heldOut.users()).containsExactly(node(graph, "u"));
        assertThat(heldOut.items(node(graph, "u"))).hasSize(1);
    }

    @Test
    void leavesAnotherOneOutForAnotherSeed() {
        GraphSnapshot graph = grid(1, 10, 0);
        assertThat(LongStream.range(0, 200)
                        .map(seed -> Splits.leaveOneOut(graph, seed).heldOut().items(10)[0])
                        .distinct())
                .hasSize(10);
    }

    @Test
    void holdsOutTheNewestOfAllUsersTogether() {
        GraphBuilder builder = new GraphBuilder(INTEGERS);
        int item = builder.addNode(new GraphNode(1, 1L, 1));
        int other = builder.addNode(new GraphNode(1, 2L, 2));
        int early = builder.addNode(new GraphNode(0, 1L, 3));
        int late = builder.addNode(new GraphNode(0, 2L, 4));
        likes(builder, early, item, 1_000, 1);
        likes(builder, early, other, 2_000, 2);
        likes(builder, late, item, 3_000, 3);
        likes(builder, late, other, 4_000, 4);
        HeldOut heldOut = Splits.temporal(builder.build(1), 0.5).heldOut();
        assertThat(heldOut.users()).containsExactly(late);
        assertThat(heldOut.items(late)).containsExactly(item, other);
    }

    @Test
    void keepsOneSecondTogetherAndHoldsOutNoMoreThanTheShare() {
        GraphBuilder builder = new GraphBuilder(INTEGERS);
        int user = builder.addNode(new GraphNode(0, 1L, 0));
        for (int i = 1; i <= 10; i++) {
            likes(builder, user, builder.addNode(new GraphNode(1, (long) i, i)), i <= 7 ? 5_000 : 6_000, i);
        }
        GraphSnapshot graph = builder.build(1);
        assertThat(Splits.temporal(graph, 0.3).heldOut().size()).isEqualTo(3);
        assertThat(Splits.temporal(graph, 0.9).heldOut().size()).isEqualTo(3);
        assertThat(Splits.temporal(graph, 0.2).heldOut().size()).isZero();
    }

    @Test
    void datesAPairByItsFirstInteractionAndKeepsUndatedOnes() {
        GraphBuilder builder = new GraphBuilder(INTEGERS);
        int user = builder.addNode(new GraphNode(0, 1L, 0));
        int again = builder.addNode(new GraphNode(1, 1L, 1));
        int fresh = builder.addNode(new GraphNode(1, 2L, 2));
        int undated = builder.addNode(new GraphNode(1, 3L, 3));
        likes(builder, user, again, 1_000, 1);
        likes(builder, user, again, 9_000, 2);
        likes(builder, user, fresh, 8_000, 3);
        likes(builder, user, undated, 0, 4);
        assertThat(Splits.temporal(builder.build(1), 0.5).heldOut().items(user)).containsExactly(fresh);
    }

    @Test
    void refusesATemporalSplitWithoutTimesAndAShareThatIsNone() {
        GraphSnapshot graph = grid(2, 2, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.temporal(graph, 0.2))
                .withMessageStartingWith("A temporal split needs times and no interaction has one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.random(graph, 20, 1))
                .withMessage("share (20.0) must be in (0, 1). Maybe it was given as a percentage.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.random(graph, 0, 1))
                .withMessage("share (0.0) must be in (0, 1).");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsAreDisjointAndTogetherTheWhole(long seed) {
        GraphSnapshot graph = withGaps(RandomGraph.of(seed).build());
        for (Function<GraphSnapshot, Split> way : ways(seed)) {
            Split split = way.apply(graph);
            Set<String> train = pairs(split.train());
            Set<String> heldOut = pairs(graph, split.heldOut());
            assertThat(train).as("seed %s", seed).noneMatch(heldOut::contains);
            train.addAll(heldOut);
            assertThat(train).as("seed %s", seed).isEqualTo(pairs(graph));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTrainGraphIsTheWholeButForWhatIsHeldOut(long seed) {
        GraphSnapshot graph = withGaps(RandomGraph.of(seed).build());
        for (Function<GraphSnapshot, Split> way : ways(seed)) {
            Split split = way.apply(graph);
            GraphSnapshot train = split.train();
            assertThat(train.nodeCount()).isEqualTo(graph.nodeCount());
            for (RelationshipType type : graph.schema().relationshipTypes()) {
                long count = 0;
                for (int node = 0; node < graph.nodeCount(); node++) {
                    assertThat(train.contains(node)).isEqualTo(graph.contains(node));
                    assertThat(row(train.neighbours(type, Direction.OUT).at(node), neighbour -> true))
                            .as("seed %s", seed)
                            .isEqualTo(
                                    row(graph.neighbours(type, Direction.OUT).at(node), kept(split, type, node, true)));
                    assertThat(row(train.neighbours(type, Direction.IN).at(node), neighbour -> true))
                            .as("seed %s", seed)
                            .isEqualTo(
                                    row(graph.neighbours(type, Direction.IN).at(node), kept(split, type, node, false)));
                    assertThat(row(train.marks(type).at(node), neighbour -> true))
                            .isEqualTo(row(graph.marks(type).at(node), neighbour -> true));
                    count += train.neighbours(type, Direction.OUT).at(node).size();
                }
                assertThat(train.relationshipCount(type)).as("seed %s", seed).isEqualTo(count);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameHoweverTheGraphWasLoaded(long seed) {
        GraphSnapshot graph = RandomGraph.of(seed).build();
        GraphSnapshot other = RandomGraph.of(seed).relabelled(seed);
        for (Function<GraphSnapshot, Split> way : ways(seed)) {
            assertThat(pairs(other, way.apply(other).heldOut()))
                    .as("seed %s", seed)
                    .isEqualTo(pairs(graph, way.apply(graph).heldOut()));
        }
    }

    /** Graphs of odd seeds have times. */
    private static List<Function<GraphSnapshot, Split>> ways(long seed) {
        Function<GraphSnapshot, Split> temporal = graph -> Splits.temporal(graph, 0.4);
        Function<GraphSnapshot, Split> random = graph -> Splits.random(graph, 0.4, seed);
        Function<GraphSnapshot, Split> leaveOneOut = graph -> Splits.leaveOneOut(graph, seed);
        boolean timed = hasTimes(RandomGraph.of(seed).build())
                && hasTimes(withGaps(RandomGraph.of(seed).build()));
        return timed ? List.of(random, leaveOneOut, temporal) : List.of(random, leaveOneOut);
    }

    private static boolean hasTimes(GraphSnapshot graph) {
        return graph.schema().relationshipTypes(RelationshipRole.INTERACTION).stream()
                .anyMatch(type -> {
                    Neighbours row = graph.neighbours(type, Direction.OUT);
                    for (int node = 0; node < graph.nodeCount(); node++) {
                        row.at(node);
                        for (int i = 0; i < row.size(); i++) {
                            if (row.timeMillis(i) > 0) {
                                return true;
                            }
                        }
                    }
                    return false;
                });
    }

    /** A graph that commits have changed: a number that is not used any more, and rows above the built ones. */
    private static GraphSnapshot withGaps(GraphSnapshot graph) {
        return graph.apply(List.of(new GraphChange.NodeRemoved(graph.entityId(node(graph, "i1")))));
    }

    private static Function<Integer, Boolean> kept(Split split, RelationshipType type, int node, boolean outgoing) {
        return neighbour -> type.role() != RelationshipRole.INTERACTION
                || !split.heldOut().contains(outgoing ? node : neighbour, outgoing ? neighbour : node);
    }

    private static List<String> row(Neighbours row, Function<Integer, Boolean> keeps) {
        return java.util.stream.IntStream.range(0, row.size())
                .filter(i -> keeps.apply(row.node(i)))
                .mapToObj(
                        i -> row.node(i) + "*" + row.weight(i) + "@" + row.timeMillis(i) + "#" + row.relationshipId(i))
                .toList();
    }

    private static Set<String> pairs(GraphSnapshot graph) {
        Set<String> pairs = new TreeSet<>();
        for (RelationshipType type : graph.schema().relationshipTypes(RelationshipRole.INTERACTION)) {
            for (int user = 0; user < graph.nodeCount(); user++) {
                Neighbours row = graph.neighbours(type, Direction.OUT).at(user);
                for (int i = 0; i < row.size(); i++) {
                    pairs.add(graph.key(user) + " " + graph.key(row.node(i)));
                }
            }
        }
        return pairs;
    }

    private static Set<String> pairs(GraphSnapshot graph, HeldOut heldOut) {
        Set<String> pairs = new TreeSet<>();
        for (int user : heldOut.users()) {
            Arrays.stream(heldOut.items(user)).forEach(item -> pairs.add(graph.key(user) + " " + graph.key(item)));
        }
        return pairs;
    }

    /** Every user likes every item; items have the numbers from 0. */
    private static GraphSnapshot grid(int users, int items, long timeMillis) {
        GraphBuilder builder = new GraphBuilder(INTEGERS);
        for (int item = 0; item < items; item++) {
            builder.addNode(new GraphNode(1, (long) item, item));
        }
        for (int i = 0; i < users; i++) {
            int user = builder.addNode(new GraphNode(0, (long) i, items + i));
            for (int item = 0; item < items; item++) {
                likes(builder, user, item, timeMillis, (long) i * items + item);
            }
        }
        return builder.build(1);
    }

    private static void likes(GraphBuilder builder, int user, int item, long timeMillis, long id) {
        builder.addRelationship(INTEGERS.relationshipTypes().get(0), user, item, 1, timeMillis, id);
    }
}
