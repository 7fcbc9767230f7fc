package dev.clew.procedures.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compacting a graph that goes on being written. */
class LiveGraphTest {
    private static final Declaration DECLARATION = Declaration.fromMap(Map.of(
                    "user", Map.of("label", "User", "key", "id"),
                    "item", Map.of("label", "Item", "key", "id"),
                    "interactions", List.of(Map.of("type", "LIKED", "weight", "stars"))))
            .withKeyTypes((label, key) -> KeyType.INTEGER);
    private static final GraphSchema SCHEMA = DECLARATION.schema();
    private static final RelationshipType LIKED = SCHEMA.relationshipTypes().get(0);
    private static final CompactionRule ALWAYS = new CompactionRule(1e-9, 0);
    private static final int USERS = 200;
    private static final int ITEMS = 50;

    private static LiveGraph graph(CompactionRule rule) {
        LiveGraph graph = new LiveGraph(new DeclarationStore.Declared("live", DECLARATION, 1), rule);
        GraphBuilder builder = new GraphBuilder(SCHEMA);
        for (int node = 0; node < USERS + ITEMS; node++) {
            builder.addNode(node(node));
        }
        graph.built(builder.build(1), 0);
        return graph;
    }

    private static GraphNode node(int number) {
        return new GraphNode(number < USERS ? 0 : 1, (long) number, number);
    }

    private static GraphChange liked(long id, SplittableRandom random) {
        GraphNode user = node(random.nextInt(USERS));
        GraphNode item = node(USERS + random.nextInt(ITEMS));
        return new GraphChange.RelationshipPut(0, id, user, item, 0.5f * random.nextInt(1, 11), 0);
    }

    /** Commits of different relationships commute, so whatever their order the end is known. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void losesNoCommitMadeWhileItIsCompacted(long seed) throws Exception {
        LiveGraph graph = graph(ALWAYS);
        GraphSnapshot expected = graph.await(0);
        List<List<GraphChange>> commits = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 4000; i++) {
            commits.add(List.of(liked(i, random)));
            expected = expected.apply(commits.get(i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                writers.add(threads.submit(() -> write(graph, commits, next)));
            }
            Future<?> compactions = threads.submit(() -> {
                while (next.get() < commits.size()) {
                    long before = count(graph);
                    graph.compact();
                    assertThat(count(graph)).as("seed %d", seed).isGreaterThanOrEqualTo(before);
                }
            });
            for (Future<?> writer : writers) {
                writer.get();
            }
            compactions.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(SnapshotComparison.of(graph.await(0), expected, 10))
                .as("seed %d", seed)
                .isEmpty();
        graph.compact();
        assertThat(SnapshotComparison.of(graph.await(0), expected, 10))
                .as("seed %d, compacted", seed)
                .isEmpty();
        assertThat(graph.await(0).changedRows()).isZero();
    }

    private static void write(LiveGraph graph, List<List<GraphChange>> commits, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < commits.size(); i = next.getAndIncrement()) {
            graph.committed(commits.get(i), i);
            GraphChange.RelationshipPut put =
                    (GraphChange.RelationshipPut) commits.get(i).get(0);
            assertThat(isServed(graph.await(0), put)).as("commit %d", i).isTrue();
        }
    }

    private static boolean isServed(GraphSnapshot snapshot, GraphChange.RelationshipPut put) {
        var row = snapshot.neighbours(LIKED, Direction.OUT)
                .at(snapshot.findEntity(put.from().entityId()));
        for (int i = 0; i < row.size(); i++) {
            if (row.relationshipId(i) == put.relationshipId()) {
                return true;
            }
        }
        return false;
    }

    private static long count(LiveGraph graph) {
        return graph.await(0).relationshipCount(LIKED);
    }

    @Test
    void asksForOneCompactionAtATime() {
        LiveGraph graph = graph(ALWAYS);
        SplittableRandom random = new SplittableRandom(9);

        assertThat(graph.committed(List.of(liked(1, random)), 1)).isEqualTo(LiveGraph.FollowUp.COMPACT);
        assertThat(graph.committed(List.of(liked(2, random)), 2)).isEqualTo(LiveGraph.FollowUp.NOTHING);
        graph.compact();
        assertThat(graph.committed(List.of(liked(3, random)), 3)).isEqualTo(LiveGraph.FollowUp.COMPACT);
    }

    @Test
    void leavesAFewChangesAlone() {
        LiveGraph graph = graph(CompactionRule.DEFAULT);

        assertThat(graph.committed(List.of(liked(1, new SplittableRandom(9))), 1))
                .as("a change of some hundred bytes, with a mebibyte let be")
                .isEqualTo(LiveGraph.FollowUp.NOTHING);
    }

    /** One transaction made the user an item; another, which did not know, let them like something. */
    @Test
    void asksForTheStoreWhereCommitsContradictEachOther() {
        LiveGraph graph = graph(CompactionRule.DEFAULT);
        graph.committed(List.of(new GraphChange.NodePut(new GraphNode(1, 1_000L, 3))), 1);

        var liked = new GraphChange.RelationshipPut(0, 7, node(3), node(USERS), 1, 0);

        assertThat(graph.committed(List.of(liked), 2)).isEqualTo(LiveGraph.FollowUp.READ_AGAIN);
        assertThat(count(graph)).isZero();
    }

    @Test
    void asksForTheStoreWhereARemovedNodeIsConnected() {
        LiveGraph graph = graph(CompactionRule.DEFAULT);
        graph.committed(List.of(new GraphChange.NodeRemoved(3)), 1);

        var liked = new GraphChange.RelationshipPut(0, 7, node(3), node(USERS), 1, 0);

        assertThat(graph.committed(List.of(liked), 2)).isEqualTo(LiveGraph.FollowUp.READ_AGAIN);
    }

    @Test
    void doesNotServeAGraphAgainThatWasWithdrawn() {
        LiveGraph graph = graph(ALWAYS);
        graph.withdraw("a commit could not be followed");

        graph.compact();

        assertThat(graph.status().state()).isEqualTo(LiveGraph.State.STALE);
        assertThat(graph.status().snapshot()).isNull();
    }

    @Test
    void countsUpItsVersionsThroughACompaction() {
        LiveGraph graph = graph(ALWAYS);
        graph.committed(List.of(liked(1, new SplittableRandom(9))), 1);
        long before = graph.await(0).version();

        graph.compact();

        assertThat(graph.await(0).version()).isEqualTo(before + 1);
    }
}
