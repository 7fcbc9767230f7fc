package dev.clew.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was added, as rows, against a plain sorted list. */
class GraphBuilderTest {
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER)),
            List.of(new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes")));
    private static final RelationshipType LIKES = SCHEMA.relationshipTypes().get(0);

    private record Edge(int from, int to, float weight, long timeMillis, long id) {}

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsEveryRelationshipExactlyAndInOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int users = 1 + random.nextInt(3000);
        int items = 1 + random.nextInt(200);
        List<Edge> edges = edges(random, users, items, random.nextInt(6000));
        GraphSnapshot graph = build(users, items, edges);
        assertRows(graph, Direction.OUT, edges, seed);
        assertRows(graph, Direction.IN, edges, seed);
    }

    /** Stars, counts, or any float; ids of 4, 5 or 8 bytes; ascending or not. */
    private static List<Edge> edges(SplittableRandom random, int users, int items, int count) {
        int distinctWeights = List.of(1, 10, 300, 1 << 20).get(random.nextInt(4));
        boolean timed = random.nextBoolean();
        long firstId = List.of(0L, 1L << 33, 1L << 41, -5L).get(random.nextInt(4));
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int user = Math.min(random.nextInt(users), random.nextInt(users));
            int item = users + Math.min(random.nextInt(items), random.nextInt(items));
            float weight = distinctWeights == 1 ? 1 : 0.1f * (1 + random.nextInt(distinctWeights));
            edges.add(new Edge(user, item, weight, timed ? 1000L * random.nextInt(1 << 30) : 0, firstId + i));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(edges, new Random(count));
        }
        return edges;
    }

    private static GraphSnapshot build(int users, int items, List<Edge> edges) {
        GraphBuilder builder = new GraphBuilder(SCHEMA);
        for (int node = 0; node < users + items; node++) {
            builder.addNode(new GraphNode(node < users ? 0 : 1, (long) node, node));
        }
        edges.forEach(it -> builder.addRelationship(LIKES, it.from(), it.to(), it.weight(), it.timeMillis(), it.id()));
        return builder.build(1);
    }

    private static void assertRows(GraphSnapshot graph, Direction direction, List<Edge> edges, long seed) {
        boolean out = direction == Direction.OUT;
        List<Edge> expected = edges.stream()
                .sorted(Comparator.comparingInt(out ? Edge::from : Edge::to)
                        .thenComparingInt(out ? Edge::to : Edge::from)
                        .thenComparingLong(Edge::id))
                .toList();
        List<Edge> found = new ArrayList<>();
        Neighbours row = graph.neighbours(LIKES, direction);
        for (int node = 0; node < graph.nodeCount(); node++) {
            row.at(node);
            double sum = 0;
            float max = 0;
            for (int i = 0; i < row.size(); i++) {
                max = Math.max(max, row.weight(i));
                found.add(new Edge(
                        out ? node : row.node(i),
                        out ? row.node(i) : node,
                        row.weight(i),
                        row.timeMillis(i),
                        row.relationshipId(i)));
                sum += row.weight(i);
            }
            assertThat(row.weightSum()).as("seed %d, node %d", seed, node).isEqualTo(sum);
            if (row.size() > 0) {
                assertThat(row.maxWeight()).as("seed %d, node %d", seed, node).isEqualTo(max);
            }
        }
        assertThat(found).as("%s, seed %d", direction, seed).isEqualTo(expected);
    }

    @Test
    void comesToTheSameOnAnyNumberOfThreads() throws Exception {
        List<Edge> edges = edges(new SplittableRandom(7), 5000, 500, 300_000);
        assertThat(picture(1, edges)).isEqualTo(picture(3, edges));
    }

    private static int picture(int threads, List<Edge> edges) throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> picture(build(5000, 500, edges))).get();
        } finally {
            pool.shutdown();
        }
    }

    private static int picture(GraphSnapshot graph) {
        int hash = 0;
        for (Direction direction : Direction.values()) {
            Neighbours row = graph.neighbours(LIKES, direction);
            for (int node = 0; node < graph.nodeCount(); node++) {
                row.at(node);
                for (int i = 0; i < row.size(); i++) {
                    hash = hash * 31 + row.node(i);
                    hash = hash * 31 + Long.hashCode(row.relationshipId(i)) + Float.hashCode(row.weight(i));
                }
                hash = hash * 31 + Double.hashCode(row.weightSum());
            }
        }
        return hash;
    }

    /** Beside the neighbour on both sides and the pointer, 12 bytes together. */
    @ParameterizedTest(name = "{3} bytes for {0} distinct weights, times {1}, ids from {2} on")
    @CsvSource({
        "1, false, 0, 16",
        "10, false, 0, 17",
        "1000, false, 0, 18",
        "10, true, 0, 21",
        "1000, true, 8589934592, 23",
        "70000, true, 8589934592, 25",
        "1, false, 1099511627776, 20"
    })
    void takesAsFewBytesForARelationshipAsItsFieldsNeed(int weights, boolean timed, long firstId, int expected) {
        int count = 200_000;
        List<Edge> edges = IntStream.range(0, count)
                .mapToObj(i -> new Edge(i % 1000, 1000 + i % 7, 1 + i % weights, timed ? 5000 : 0, firstId + i))
                .toList();
        long nodesAlone = build(1000, 7, List.of()).memoryBytes();
        long dictionary = weights == 1 || weights > 65_536 ? 0 : 4L * weights;
        // offset, weighted degree and largest weight
        long perNode = (weights == 1 ? 4 : 16) * 1007L;

        long bytes = build(1000, 7, edges).memoryBytes() - nodesAlone - dictionary - perNode;

        assertThat(bytes / (double) count).isBetween(expected - 0.001, expected + 0.001);
    }

    @Test
    void refusesMoreOfOneTypeThanAnArrayHolds() {
        EdgeList list = new EdgeList(LIKES, 2);
        list.add(0, 1, 1, 0, 0);
        list.add(0, 1, 1, 0, 1);
        assertThatThrownBy(() -> list.add(0, 1, 1, 0, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("type (LIKES) has more than 2 relationships")
                .hasMessageContaining("Declare a part of them");
    }
}
