package dev.clew.core.split;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Splits that withhold more than pairs drawn at random. */
class HardSplitsTest {
    private static final RelationshipType LIKES =
            new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes");
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER)),
            List.of(LIKES));

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @Test
    void coldItemsLoseEveryInteractionAndOthersNone() {
        GraphSnapshot graph = grid(20, 100);
        Split split = Splits.coldItems(graph, 0.3, 5);
        long cold = IntStream.range(20, 120)
                .filter(item -> likes(split.train(), item) == 0)
                .count();
        assertThat(IntStream.range(20, 120)
                        .map(item -> likes(split.train(), item))
                        .distinct())
                .containsExactlyInAnyOrder(0, 20);
        // 100 fair draws: three standard deviations are 14
        assertThat((double) cold).isCloseTo(30, within(14.0));
        assertThat(split.heldOut().size()).isEqualTo((int) cold * 20);
    }

    @Test
    void heldOutUsersLeaveNothingInTheTrainGraphAndBringTheirHistoryAlong() {
        GraphSnapshot graph = grid(100, 10);
        FoldInSplit split = Splits.users(graph, 0.3, 5);
        int user = split.heldOut().users().iterator().next();
        var inTrain = split.train().neighbours(LIKES, Direction.OUT).at(user);
        var history = split.histories().neighbours(LIKES, Direction.OUT).at(user);
        assertThat(inTrain.size()).isZero();
        assertThat(history.size()).isEqualTo(8);
        assertThat(split.heldOut().items(user)).hasSize(2);
        assertThat((double) split.heldOut().users().size()).isCloseTo(30, within(14.0));
        assertThat(split.train().relationshipCount(LIKES))
                .isEqualTo(1000 - 10L * split.heldOut().users().size());
    }

    @Test
    void aUserWithASinglePairIsNotHeldOut() {
        GraphSnapshot graph = graphOf("u-LIKES->a");
        assertThat(LongStream.range(0, 20)
                        .mapToObj(seed -> Splits.users(graph, 0.9, seed).heldOut())
                        .mapToInt(HeldOut::size))
                .containsOnly(0);
    }

    @Test
    void thePastKnowsNoMarksOfLaterThanTheCut() {
        GraphBuilder builder = new GraphBuilder(SCHEMA);
        int user = builder.addNode(new GraphNode(0, 0L, 0));
        int[] items = IntStream.range(0, 4)
                .map(i -> builder.addNode(new GraphNode(1, (long) i, 1 + i)))
                .toArray();
        builder.addRelationship(LIKES, user, items[0], 1, 1_000, 0);
        builder.addRelationship(LIKES, user, items[1], 1, 5_000, 1);
        builder.addRelationship(LIKES, user, items[2], -1, 900, 2);
        builder.addRelationship(LIKES, user, items[3], -1, 4_000, 3);
        GraphSnapshot train = Splits.past(builder.build(1), 0.5).train();
        assertThat(train.marks(LIKES).at(user).size()).isOne();
        assertThat(train.marks(LIKES).at(user).node(0)).isEqualTo(items[2]);
    }

    @Test
    void lowSupportHoldsOutPairsThatOthersDoNotExplain() {
        // Everybody likes a and b together; z is liked by one alone, so no other user leads to it.
        GraphSnapshot graph =
                graphOf("u-LIKES->a, u-LIKES->b, v-LIKES->a, v-LIKES->b, w-LIKES->a, w-LIKES->b, w-LIKES->z");
        HeldOut heldOut = Splits.lowSupport(graph, 0.5, 1).heldOut();
        assertThat(heldOut.contains(node(graph, "w"), node(graph, "z"))).isTrue();
        assertThat(heldOut.size()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.lowSupport(graph, 0.6, 1))
                .withMessageStartingWith("share (0.6) must be in (0, 0.5]");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void supportEqualsTheWalksCountedOneByOne(long seed) {
        Random random = new Random(seed);
        int users = 2 + random.nextInt(6);
        int items = 2 + random.nextInt(6);
        boolean[][] likes = new boolean[users][items];
        Map<Integer, int[]> itemsOf = new TreeMap<>();
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                likes[user][item] = random.nextBoolean();
            }
            boolean[] own = likes[user];
            itemsOf.put(
                    user,
                    IntStream.range(0, items)
                            .filter(item -> own[item])
                            .map(item -> users + item)
                            .toArray());
        }
        long pairs = itemsOf.values().stream().mapToLong(own -> own.length).sum();
        List<LowSupport.Pair> half = new LowSupport(itemsOf, users + items).weakestHalf((user, item) -> 0, 1);
        assertThat((long) half.size()).as("seed %d", seed).isEqualTo(pairs / 2);
        assertThat(half)
                .as("seed %d", seed)
                .allSatisfy(
                        pair -> assertThat(pair.support()).isEqualTo(support(likes, pair.user(), pair.item() - users)));
        long largest = half.stream().mapToLong(LowSupport.Pair::support).max().orElse(0);
        assertThat(countBelow(likes, largest)).as("seed %d", seed).isLessThanOrEqualTo(half.size());
    }

    private static long support(boolean[][] likes, int user, int item) {
        long ways = 0;
        for (int other = 0; other < likes.length; other++) {
            for (int shared = 0; shared < likes[0].length; shared++) {
                boolean walk = likes[user][shared] && likes[other][shared] && likes[other][item];
                ways += walk && other != user && shared != item ? 1 : 0;
            }
        }
        return ways;
    }

    private static long countBelow(boolean[][] likes, long support) {
        long count = 0;
        for (int user = 0; user < likes.length; user++) {
            for (int item = 0; item < likes[0].length; item++) {
                count += likes[user][item] && support(likes, user, item) < support ? 1 : 0;
            }
        }
        return count;
    }

    /** Users 0 to users - 1, then items; everybody likes everything. */
    private static GraphSnapshot grid(int users, int items) {
        GraphBuilder builder = new GraphBuilder(SCHEMA);
        IntStream.range(0, users).forEach(user -> builder.addNode(new GraphNode(0, (long) user, user)));
        IntStream.range(0, items).forEach(item -> builder.addNode(new GraphNode(1, (long) item, users + item)));
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                builder.addRelationship(LIKES, user, users + item, 1, 0, (long) user * items + item);
            }
        }
        return builder.build(1);
    }

    private static int likes(GraphSnapshot graph, int item) {
        return graph.neighbours(LIKES, Direction.IN).at(item).size();
    }
}
