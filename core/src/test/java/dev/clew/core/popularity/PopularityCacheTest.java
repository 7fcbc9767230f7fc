package dev.clew.core.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Popularity kept up to date from commit to commit against popularity counted anew. */
class PopularityCacheTest {
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.INTEGER)),
            List.of(
                    new RelationshipType(0, RelationshipRole.INTERACTION, "LIKED", "liked"),
                    new RelationshipType(1, RelationshipRole.INTERACTION, "BOUGHT", "bought")));
    private static final int USERS = 20;
    private static final int ITEMS = 15;
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long NOW = 20_000 * DAY;
    private static final List<PopularityParameters> SETTINGS =
            List.of(new PopularityParameters(0), new PopularityParameters(2), new PopularityParameters(90));

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isToTheLastBitWhatCountingEverythingGives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PopularityCache kept = new PopularityCache();
        GraphSnapshot graph = new GraphBuilder(SCHEMA).build(1);
        List<GraphSnapshot> states = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            graph = random.nextInt(20) == 0 ? graph.compacted() : graph.apply(commit(random));
            states.add(graph);
            if (random.nextInt(3) > 0) {
                // Sometimes an earlier state: somebody still holds it.
                GraphSnapshot asked = states.get(Math.max(0, states.size() - 1 - random.nextInt(3)));
                assertSame(kept, asked, NOW + random.nextLong(-40 * DAY, 10 * DAY), seed);
                assertSame(kept, asked, Long.MAX_VALUE, seed);
            }
        }
    }

    private static void assertSame(PopularityCache kept, GraphSnapshot graph, long asOf, long seed) {
        for (PopularityParameters settings : SETTINGS) {
            ItemPopularity expected = new PopularityCache().get(graph, asOf, settings);
            ItemPopularity actual = kept.get(graph, asOf, settings);
            for (int node = 0; node < graph.nodeCount(); node++) {
                assertThat(actual.score(node))
                        .as("seed %d, node %d, %s", seed, node, settings)
                        .isEqualTo(expected.score(node));
                assertThat(actual.interactions(node)).as("seed %d", seed).isEqualTo(expected.interactions(node));
            }
        }
    }

    private static List<GraphChange> commit(SplittableRandom random) {
        List<GraphChange> changes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            GraphNode user = node(random.nextInt(USERS));
            GraphNode item = node(USERS + random.nextInt(ITEMS));
            long id = random.nextInt(80);
            int type = (int) id % 2;
            changes.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new GraphChange.RelationshipRemoved(type, id, user.entityId(), item.entityId());
                        case 1 -> new GraphChange.NodeRemoved(random.nextInt(USERS + ITEMS));
                        default ->
                            new GraphChange.RelationshipPut(
                                    type,
                                    id * 1000 + user.entityId() * 30 + item.entityId(),
                                    user,
                                    item,
                                    random.nextInt(-1, 5),
                                    time(random));
                    });
        }
        return changes;
    }

    private static long time(SplittableRandom random) {
        return random.nextInt(5) == 0 ? 0 : NOW - random.nextLong(300 * DAY);
    }

    private static GraphNode node(int number) {
        return new GraphNode(number < USERS ? 0 : 1, (long) number, number);
    }

    @Test
    void tellsTheItemsThatACommitTouches() {
        GraphSnapshot before = new GraphBuilder(SCHEMA)
                .build(1)
                .apply(List.of(
                        new GraphChange.NodePut(node(1)),
                        new GraphChange.RelationshipPut(0, 1, node(0), node(USERS), 1, NOW)));
        GraphSnapshot after =
                before.apply(List.of(new GraphChange.RelationshipPut(1, 2, node(1), node(USERS + 1), 1, NOW)));

        assertThat(after.changedSince(before, RelationshipRole.INTERACTION, Direction.IN))
                .hasValueSatisfying(items -> assertThat(items.stream()).containsExactly(after.findEntity(USERS + 1)));
        assertThat(after.compacted().changedSince(before, RelationshipRole.INTERACTION, Direction.IN))
                .as("after a compaction it cannot be told")
                .isEmpty();
    }
}
