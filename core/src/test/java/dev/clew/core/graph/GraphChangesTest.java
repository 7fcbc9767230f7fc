package dev.clew.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random commits, applied one by one, against a graph built afresh from what a plain map remembers. */
class GraphChangesTest {
    private static final GraphSchema SCHEMA = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.STRING),
                    new NodeType(2, NodeRole.ATTRIBUTE, "Genre", KeyType.STRING)),
            List.of(
                    new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes"),
                    new RelationshipType(1, RelationshipRole.ATTRIBUTE, "IN_GENRE", "genre"),
                    new RelationshipType(2, RelationshipRole.LINK, "SEQUEL_OF", "sequel of")));
    private static final int ENTITIES = 24;
    private static final int RELATIONSHIPS = 60;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheGraphBuiltAfreshAfterEveryCommit(long seed) {
        Commits commits = new Commits(seed);
        commits.run(100);
        GraphSnapshot graph = commits.store.build(1);
        for (int i = 0; i < 300; i++) {
            graph = graph.apply(commits.next());
            if (i % 10 == 0) {
                assertEqual(graph, commits.store, "after commit " + i + " of seed " + seed);
            }
        }
        assertEqual(graph, commits.store, "at the end of seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameGraphWithItsItemsBusiestFirst(long seed) {
        Commits commits = new Commits(seed);
        commits.run(300);
        GraphSnapshot graph = commits.store.builder().buildBusiestFirst(1);
        assertEqual(graph, commits.store, "busiest first, seed " + seed);
        Neighbours likers = graph.neighbours(SCHEMA.relationshipTypes().get(0), Direction.IN);
        int[] counts = IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).role() == NodeRole.ITEM)
                .map(item -> -likers.at(item).size())
                .toArray();
        assertThat(counts).as("likers, negated, seed %s", seed).isSorted();
        // What is no item keeps its number.
        GraphSnapshot asAdded = commits.store.build(1);
        for (int node = 0; node < graph.nodeCount(); node++) {
            if (asAdded.nodeType(node).role() != NodeRole.ITEM) {
                assertThat(graph.entityId(node)).as("seed %s", seed).isEqualTo(asAdded.entityId(node));
            }
        }
        assertEqual(graph.apply(commits.next()), commits.store, "busiest first and a commit, seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameGraphUnderTheSameNumbersWhenCompacted(long seed) {
        Commits commits = new Commits(seed);
        commits.run(100);
        GraphSnapshot graph = commits.store.build(1);
        GraphSnapshot compactedNowAndThen = graph;
        for (int i = 0; i < 200; i++) {
            List<GraphChange> commit = commits.next();
            graph = graph.apply(commit);
            compactedNowAndThen = compactedNowAndThen.apply(commit);
            if (i % 17 == 0) {
                GraphSnapshot compacted = compactedNowAndThen.compacted();
                assertThat(compacted.version()).isEqualTo(compactedNowAndThen.version() + 1);
                assertThat(compacted.changedRows()).as("seed %s", seed).isZero();
                assertThat(compacted.changedBytes()).as("seed %s", seed).isZero();
                compactedNowAndThen = compacted;
            }
            assertThat(picture(compactedNowAndThen))
                    .as("after commit %s of seed %s", i, seed)
                    .isEqualTo(picture(graph));
        }
        assertEqual(compactedNowAndThen, commits.store, "at the end of seed " + seed);
    }

    @Test
    void countsWhatCommitsHaveChanged() {
        GraphNode user = new GraphNode(0, 1L, 10);
        GraphNode item = new GraphNode(1, "a", 11);
        GraphSnapshot empty = new GraphBuilder(SCHEMA).build(1);
        GraphSnapshot graph = empty.apply(List.of(new GraphChange.RelationshipPut(0, 5, user, item, 2, 0)));
        assertThat(empty.changedRows()).isZero();
        // the user's row of what they did, and the item's of who did
        assertThat(graph.changedRows()).isEqualTo(2);
        assertThat(graph.memoryBytes()).isEqualTo(empty.memoryBytes() + graph.changedBytes());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesEveryEarlierStateAsItWas(long seed) {
        Commits commits = new Commits(seed);
        commits.run(100);
        List<GraphSnapshot> states = new ArrayList<>(List.of(commits.store.build(1)));
        List<String> pictures = new ArrayList<>(List.of(picture(states.get(0))));
        for (int i = 0; i < 30; i++) {
            states.add(states.get(i).apply(commits.next()));
            pictures.add(picture(states.get(i + 1)));
        }
        assertThat(states.stream().map(GraphChangesTest::picture))
                .as("states of seed %s", seed)
                .isEqualTo(pictures);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takesARepeatedCommitAsOne(long seed) {
        Commits commits = new Commits(seed);
        commits.run(100);
        GraphSnapshot graph = commits.store.build(1);
        for (int i = 0; i < 50; i++) {
            List<GraphChange> commit = commits.next();
            graph = graph.apply(commit);
            assertThat(picture(graph.apply(commit)))
                    .as("commit %s %s of seed %s", i, commit, seed)
                    .isEqualTo(picture(graph));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takesCommitsThatDoNotTouchTheSameThingsInAnyOrder(long seed) {
        Commits commits = new Commits(seed);
        commits.run(100);
        GraphSnapshot graph = commits.store.build(1);
        // Writers of different relationships between nodes that stay hold no common lock.
        Map<Long, GraphChange> independent = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            GraphChange change = commits.relationshipChange();
            if (change instanceof GraphChange.RelationshipPut put) {
                independent.putIfAbsent(put.relationshipId(), change);
            }
        }
        List<GraphChange> forwards = List.copyOf(independent.values());
        List<GraphChange> backwards = new ArrayList<>(forwards);
        java.util.Collections.reverse(backwards);
        assertThat(pictureByKeys(graph.apply(backwards)))
                .as("seed %s", seed)
                .isEqualTo(pictureByKeys(graph.apply(forwards)));
    }

    @Test
    void aRelationshipThatArrivesBeforeItsNodesBringsThemAlong() {
        GraphNode user = new GraphNode(0, 1L, 10);
        GraphNode item = new GraphNode(1, "a", 11);
        GraphSnapshot empty = new GraphBuilder(SCHEMA).build(1);
        GraphChange put = new GraphChange.RelationshipPut(0, 5, user, item, 2, 0);
        GraphSnapshot early = empty.apply(List.of(put, new GraphChange.NodePut(item), new GraphChange.NodePut(user)));
        GraphSnapshot late = empty.apply(List.of(new GraphChange.NodePut(user), new GraphChange.NodePut(item), put));
        assertThat(picture(early)).isEqualTo(picture(late));
    }

    private static void assertEqual(GraphSnapshot graph, Store store, String when) {
        assertThat(pictureByKeys(graph)).as(when).isEqualTo(pictureByKeys(store.build(1)));
        assertRowsSorted(graph, when);
        for (GraphNode node : store.nodes.values()) {
            int number = graph.findEntity(node.entityId());
            assertThat(graph.find(SCHEMA.nodeTypes().get(node.typeIndex()), node.key()))
                    .as("key %s %s", node.key(), when)
                    .isEqualTo(number);
        }
        for (long entity = 0; entity < ENTITIES; entity++) {
            assertThat(graph.findEntity(entity) != RecommendationGraph.NO_NODE)
                    .as("entity %s %s", entity, when)
                    .isEqualTo(store.nodes.containsKey(entity));
        }
    }

    private static void assertRowsSorted(GraphSnapshot graph, String when) {
        for (int node = 0; node < graph.nodeCount(); node++) {
            for (RelationshipType type : SCHEMA.relationshipTypes()) {
                assertSorted(graph.neighbours(type, Direction.OUT).at(node), when);
                assertSorted(graph.neighbours(type, Direction.IN).at(node), when);
                assertSorted(graph.marks(type).at(node), when);
                assertBounded(graph.neighbours(type, Direction.OUT), node, when);
                assertBounded(graph.neighbours(type, Direction.IN), node, when);
            }
        }
    }

    private static void assertSorted(Neighbours row, String when) {
        double sum = 0;
        for (int i = 0; i < row.size(); i++) {
            sum += row.weight(i);
            if (i > 0 && row.node(i - 1) >= row.node(i)) {
                assertThat(row.node(i - 1)).as(when).isEqualTo(row.node(i));
                assertThat(row.relationshipId(i - 1)).as(when).isLessThan(row.relationshipId(i));
            }
        }
        assertThat(row.weightSum()).as("weight sum " + when).isEqualTo(sum);
    }

    /** What bounds the scores of a block of nodes: the least weighted degree, however late a commit brought it in. */
    private static void assertBounded(Neighbours rows, int node, String when) {
        if (rows.at(node).size() > 0) {
            assertThat(rows.leastWeightSum(node)).as("least " + when).isLessThanOrEqualTo(rows.weightSum(node));
        }
    }

    /** Everything a reader can see, by number. */
    private static String picture(GraphSnapshot graph) {
        return picture(graph, false);
    }

    /** Everything a reader can see but the numbers, marks on nodes that are gone left out. */
    private static String pictureByKeys(GraphSnapshot graph) {
        return picture(graph, true);
    }

    private static String picture(GraphSnapshot graph, boolean byKeys) {
        List<String> lines = new ArrayList<>();
        for (int node = 0; node < graph.nodeCount(); node++) {
            if (graph.contains(node)) {
                lines.add(picture(graph, node, byKeys));
            }
        }
        if (byKeys) {
            lines.sort(null);
        }
        SCHEMA.relationshipTypes().forEach(type -> lines.add(type.name() + graph.relationshipCount(type)));
        return String.join("\n", lines);
    }

    private static String picture(GraphSnapshot graph, int node, boolean byKeys) {
        StringBuilder line = new StringBuilder(byKeys ? "" : node + "=");
        line.append(graph.nodeType(node).label())
                .append(graph.key(node))
                .append('@')
                .append(graph.entityId(node));
        line.append(graph.isAvailable(node, 500) ? '+' : '-').append(graph.isAvailable(node, 1500) ? '+' : '-');
        for (RelationshipType type : SCHEMA.relationshipTypes()) {
            line.append(" out")
                    .append(picture(graph, graph.neighbours(type, Direction.OUT).at(node), byKeys));
            line.append(" in")
                    .append(picture(graph, graph.neighbours(type, Direction.IN).at(node), byKeys));
            line.append(" marks").append(picture(graph, graph.marks(type).at(node), byKeys));
        }
        return line.toString();
    }

    private static String picture(GraphSnapshot graph, Neighbours row, boolean byKeys) {
        return IntStream.range(0, row.size())
                .filter(i -> !byKeys || graph.contains(row.node(i)))
                .mapToObj(i -> row.relationshipId(i) + ":" + (byKeys ? graph.entityId(row.node(i)) : row.node(i)) + "*"
                        + row.weight(i) + "/" + row.timeMillis(i))
                .sorted()
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** What the database holds. */
    private static final class Store {
        final Map<Long, GraphNode> nodes = new LinkedHashMap<>();
        final Map<Long, GraphChange.RelationshipPut> relationships = new LinkedHashMap<>();

        void removeNode(long entity) {
            nodes.remove(entity);
            relationships
                    .values()
                    .removeIf(it -> it.from().entityId() == entity || it.to().entityId() == entity);
        }

        GraphSnapshot build(long version) {
            return builder().build(version);
        }

        GraphBuilder builder() {
            GraphBuilder builder = new GraphBuilder(SCHEMA);
            Map<Long, Integer> numbers = new LinkedHashMap<>();
            nodes.values().forEach(node -> numbers.put(node.entityId(), builder.addNode(node)));
            for (GraphChange.RelationshipPut it : relationships.values()) {
                builder.addRelationship(
                        SCHEMA.relationshipTypes().get(it.typeIndex()),
                        Objects.requireNonNull(numbers.get(it.from().entityId())),
                        Objects.requireNonNull(numbers.get(it.to().entityId())),
                        it.weight(),
                        it.timeMillis(),
                        it.relationshipId());
            }
            return builder;
        }
    }

    /** Transactions a store would let through: keys are unique in their type, relationships end at nodes that are there. */
    private static final class Commits {
        final Store store = new Store();
        private final RandomGenerator random;

        Commits(long seed) {
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        }

        void run(int commits) {
            for (int i = 0; i < commits; i++) {
                next();
            }
        }

        List<GraphChange> next() {
            List<GraphChange> commit = new ArrayList<>();
            int kind = random.nextInt(10);
            long entity = random.nextInt(ENTITIES);
            if (kind == 0 && store.nodes.containsKey(entity)) {
                removeNode(commit, entity);
            } else if (kind <= 3) {
                putNode(commit, entity);
            } else {
                GraphChange change = relationshipChange();
                if (change != null) {
                    commit.add(change);
                }
            }
            return commit;
        }

        /** As a store reports it: the node and its relationships, in either order. */
        private void removeNode(List<GraphChange> commit, long entity) {
            Collection<GraphChange.RelationshipPut> gone = List.copyOf(store.relationships.values());
            store.removeNode(entity);
            commit.add(new GraphChange.NodeRemoved(entity));
            for (GraphChange.RelationshipPut it : gone) {
                if (!store.relationships.containsKey(it.relationshipId())) {
                    commit.add(random.nextInt(commit.size() + 1), removal(it));
                }
            }
        }

        private static GraphChange removal(GraphChange.RelationshipPut it) {
            return new GraphChange.RelationshipRemoved(
                    it.typeIndex(),
                    it.relationshipId(),
                    it.from().entityId(),
                    it.to().entityId());
        }

        /** A new node, new dates, a new key, or (seldom) a new type, which ends its relationships. */
        private void putNode(List<GraphChange> commit, long entity) {
            GraphNode old = store.nodes.get(entity);
            int type = old == null || random.nextInt(5) == 0 ? random.nextInt(3) : old.typeIndex();
            Object key = old != null && old.typeIndex() == type && random.nextBoolean() ? old.key() : freeKey(type);
            if (key == null) {
                return;
            }
            boolean dated = random.nextBoolean();
            GraphNode node = new GraphNode(
                    type, key, entity, dated ? 1_000 : Long.MIN_VALUE, random.nextBoolean() ? 1_200 : Long.MAX_VALUE);
            if (old != null && old.typeIndex() != type) {
                store.removeNode(entity);
            }
            store.nodes.put(entity, node);
            commit.add(new GraphChange.NodePut(node));
        }

        private @Nullable Object freeKey(int type) {
            long number = random.nextInt(ENTITIES + 4);
            Object key = type == 0 ? (Object) number : "k" + number;
            boolean taken = store.nodes.values().stream()
                    .anyMatch(it -> it.typeIndex() == type && it.key().equals(key));
            return taken ? null : key;
        }

        @Nullable
        GraphChange relationshipChange() {
            long id = random.nextInt(RELATIONSHIPS);
            GraphChange.RelationshipPut old = store.relationships.get(id);
            if (old == null) {
                return create(id);
            }
            if (random.nextInt(3) == 0) {
                store.relationships.remove(id);
                return removal(old);
            }
            return put(new GraphChange.RelationshipPut(
                    old.typeIndex(), id, now(old.from()), now(old.to()), weight(), random.nextInt(9) * 1_000L));
        }

        private GraphNode now(GraphNode node) {
            return Objects.requireNonNull(store.nodes.get(node.entityId()));
        }

        private @Nullable GraphChange create(long id) {
            int type = random.nextInt(3);
            GraphNode from = anyOf(type == 0 ? 0 : 1);
            GraphNode to = anyOf(type == 1 ? 2 : 1);
            return from == null || to == null
                    ? null
                    : put(new GraphChange.RelationshipPut(
                            type, id, from, to, type == 0 ? weight() : 1, random.nextInt(9) * 1_000L));
        }

        private GraphChange put(GraphChange.RelationshipPut put) {
            store.relationships.put(put.relationshipId(), put);
            return put;
        }

        private float weight() {
            return random.nextInt(-2, 5) * 0.5f;
        }

        private @Nullable GraphNode anyOf(int type) {
            List<GraphNode> all = store.nodes.values().stream()
                    .filter(it -> it.typeIndex() == type)
                    .toList();
            return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
        }
    }
}
