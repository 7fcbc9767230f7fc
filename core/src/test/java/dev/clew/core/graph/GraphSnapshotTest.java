package dev.clew.core.graph;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphSnapshotTest {
    private static final GraphSchema INTEGER_KEYS = new GraphSchema(
            List.of(
                    new NodeType(0, NodeRole.USER, "User", KeyType.INTEGER),
                    new NodeType(1, NodeRole.ITEM, "Item", KeyType.STRING)),
            List.of(new RelationshipType(0, RelationshipRole.INTERACTION, "LIKES", "likes")));

    @Test
    void sortsARowByNeighbourWhateverTheOrderOfAdding() {
        GraphSnapshot graph = graphOf("u-LIKES->c, v-LIKES->a, v-LIKES->b, u-LIKES->b, u-LIKES->a");
        assertThat(nodes(row(graph, "LIKES", Direction.OUT, "u")))
                .isSorted()
                .containsExactlyInAnyOrder(node(graph, "a"), node(graph, "b"), node(graph, "c"));
    }

    @Test
    void sortsParallelRelationshipsByTheirIds() {
        GraphBuilder builder = new GraphBuilder(INTEGER_KEYS);
        int user = builder.addNode(new GraphNode(0, 1L, 0));
        int item = builder.addNode(new GraphNode(1, "a", 1));
        RelationshipType likes = INTEGER_KEYS.relationshipTypes().get(0);
        builder.addRelationship(likes, user, item, 3, 3_000, 30);
        builder.addRelationship(likes, user, item, 1, 1_000, 10);
        builder.addRelationship(likes, user, item, 2, 2_000, 20);
        Neighbours row = builder.build(1).neighbours(likes, Direction.IN).at(item);
        assertThat(IntStream.range(0, 3).mapToLong(row::relationshipId)).containsExactly(10L, 20L, 30L);
        assertThat(IntStream.range(0, 3).mapToDouble(row::weight)).containsExactly(1.0, 2.0, 3.0);
        assertThat(IntStream.range(0, 3).mapToLong(row::timeMillis)).containsExactly(1_000L, 2_000L, 3_000L);
    }

    @Test
    void tellsTheSameRelationshipFromBothEnds() {
        GraphSnapshot graph = graphOf("u-LIKES:2.5->a, v-LIKES:4->a, u-LIKES->b");
        Neighbours out = row(graph, "LIKES", Direction.OUT, "v");
        Neighbours in = row(graph, "LIKES", Direction.IN, "a");
        int at = in.lowerBound(node(graph, "v"));
        assertThat(in.node(at)).isEqualTo(node(graph, "v"));
        assertThat(in.weight(at)).isEqualTo(4f).isEqualTo(out.weight(0));
        assertThat(in.relationshipId(at)).isEqualTo(1001).isEqualTo(out.relationshipId(0));
        assertThat(in.weightSum()).isEqualTo(6.5);
    }

    @Test
    void keepsRejectedAndSeenApartFromLiked() {
        GraphSnapshot graph = graphOf("u-LIKES->a, u-LIKES:-1->b, u-LIKES:0->c");
        RelationshipType likes = type(graph, "LIKES");
        assertThat(nodes(row(graph, "LIKES", Direction.OUT, "u"))).containsExactly(node(graph, "a"));
        assertThat(row(graph, "LIKES", Direction.IN, "b").size()).isZero();
        Neighbours marks = graph.marks(likes).at(node(graph, "u"));
        assertThat(nodes(marks)).containsExactly(node(graph, "b"), node(graph, "c"));
        assertThat(marks.weight(0)).isEqualTo(-1f);
        assertThat(marks.weight(1)).isZero();
        assertThat(graph.relationshipCount(likes)).isEqualTo(1);
    }

    @Test
    void findsNodesByKeyOfTheirTypeAndByStoreId() {
        GraphSnapshot graph = graphOf("u-LIKES->a, a-GENRE->u");
        NodeType user = graph.schema().user();
        NodeType attribute = graph.schema().nodeTypes().get(2);
        int number = graph.find(user, "u");
        assertThat(graph.nodeType(number)).isEqualTo(user);
        assertThat(graph.find(graph.schema().item(), "u")).isEqualTo(RecommendationGraph.NO_NODE);
        assertThat(graph.find(attribute, "u")).isEqualTo(RecommendationGraph.NO_NODE);
        assertThat(graph.findEntity(graph.entityId(number))).isEqualTo(number);
        assertThat(graph.findEntity(99)).isEqualTo(RecommendationGraph.NO_NODE);
    }

    @Test
    void keepsIntegerAndStringKeysSideBySide() {
        GraphBuilder builder = new GraphBuilder(INTEGER_KEYS);
        int user = builder.addNode(new GraphNode(0, 7L, 0));
        int item = builder.addNode(new GraphNode(1, "7", 1));
        GraphSnapshot graph = builder.build(1);
        assertThat(graph.find(INTEGER_KEYS.user(), 7L)).isEqualTo(user);
        assertThat(graph.find(INTEGER_KEYS.item(), "7")).isEqualTo(item);
        assertThat(graph.key(user)).isEqualTo(7L);
        assertThat(graph.key(item)).isEqualTo("7");
    }

    @Test
    void comparesNodesByTheKeysTheyHaveNow() {
        GraphBuilder builder = new GraphBuilder(INTEGER_KEYS);
        int ten = builder.addNode(new GraphNode(0, 10L, 0));
        int nine = builder.addNode(new GraphNode(0, 9L, 1));
        int textTen = builder.addNode(new GraphNode(1, "10", 2));
        int textNine = builder.addNode(new GraphNode(1, "9", 3));
        GraphSnapshot graph = builder.build(1);
        assertThat(graph.compareKeys(ten, nine)).isPositive();
        assertThat(graph.compareKeys(textTen, textNine)).isNegative();
        GraphSnapshot changed = graph.apply(List.of(new GraphChange.NodePut(new GraphNode(0, 8L, 0))));
        assertThat(changed.compareKeys(ten, nine)).isNegative();
        assertThat(changed.compareKeys(nine, nine)).isZero();
    }

    @Test
    void refusesANodeWhoseKeyNobodyCoerced() {
        assertThatThrownBy(() -> new GraphNode(0, 7, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("key (7) must be a Long or a String");
    }

    @Test
    void refusesANodeWhoseKeyIsOfAnotherTypeThanDeclared() {
        GraphBuilder builder = new GraphBuilder(INTEGER_KEYS);
        assertThatThrownBy(() -> builder.addNode(new GraphNode(0, "seven", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key (seven) of a User must be of type INTEGER, as declared.");
        GraphSnapshot graph = builder.build(1);
        assertThatThrownBy(() -> graph.apply(List.of(new GraphChange.NodePut(new GraphNode(1, 7L, 0)))))
                .hasMessage("key (7) of a Item must be of type STRING, as declared.");
    }

    @Test
    void recommendsAnItemFromItsFirstMomentUntilItsLast() {
        GraphBuilder builder = new GraphBuilder(INTEGER_KEYS);
        int dated = builder.addNode(new GraphNode(1, "dated", 0, 1_000, 2_000));
        int always = builder.addNode(new GraphNode(1, "always", 1));
        GraphSnapshot graph = builder.build(1);
        assertThat(graph.isAvailable(dated, 999)).isFalse();
        assertThat(graph.isAvailable(dated, 1_000)).isTrue();
        assertThat(graph.isAvailable(dated, 1_999)).isTrue();
        assertThat(graph.isAvailable(dated, 2_000)).isFalse();
        assertThat(graph.isAvailable(always, Long.MIN_VALUE)).isTrue();
        GraphSnapshot prolonged =
                graph.apply(List.of(new GraphChange.NodePut(new GraphNode(1, "dated", 0, 1_000, 3_000))));
        assertThat(prolonged.isAvailable(dated, 2_000)).isTrue();
        assertThat(graph.isAvailable(dated, 2_000)).isFalse();
    }

    @Test
    void keepsTimesToTheSecondUntilTheYear2106() {
        GraphBuilder builder = new GraphBuilder(INTEGER_KEYS);
        int user = builder.addNode(new GraphNode(0, 1L, 0));
        int item = builder.addNode(new GraphNode(1, "a", 1));
        RelationshipType likes = INTEGER_KEYS.relationshipTypes().get(0);
        builder.addRelationship(likes, user, item, 1, 4_000_000_000_999L, 1);
        Neighbours row = builder.build(1).neighbours(likes, Direction.OUT).at(user);
        assertThat(row.timeMillis(0)).isEqualTo(4_000_000_000_000L);
    }

    @Test
    void givesANodeThatComesBackANewNumberAndNoneOfItsOldRelationships() {
        GraphSnapshot graph = graphOf("u-LIKES->a, v-LIKES->a, u-LIKES:-1->b");
        int old = node(graph, "a");
        long entity = graph.entityId(old);
        GraphSnapshot back = graph.apply(
                List.of(new GraphChange.NodeRemoved(entity), new GraphChange.NodePut(new GraphNode(1, "a", entity))));
        int now = back.findEntity(entity);
        assertThat(now).isNotEqualTo(old).isEqualTo(node(back, "a"));
        assertThat(back.contains(old)).isFalse();
        assertThat(row(back, "LIKES", Direction.IN, "a").size()).isZero();
        assertThat(row(back, "LIKES", Direction.OUT, "v").size()).isZero();
        assertThat(back.relationshipCount(type(back, "LIKES"))).isZero();
    }

    @Test
    void movesAMarkToTheItemThatCameBack() {
        GraphSnapshot graph = graphOf("u-LIKES:-1->a");
        GraphNode user = new GraphNode(0, "u", 0);
        GraphNode item = new GraphNode(1, "a", 1);
        GraphSnapshot back = graph.apply(List.of(
                new GraphChange.NodeRemoved(1),
                new GraphChange.NodePut(item),
                new GraphChange.RelationshipPut(0, 1000, user, item, -2, 0)));
        Neighbours marks = back.marks(type(back, "LIKES")).at(node(back, "u"));
        assertThat(nodes(marks)).containsExactly(node(back, "a"));
        assertThat(marks.weight(0)).isEqualTo(-2f);
    }

    @Test
    void dropsAMarkWhoseItemWasRemovedFirst() {
        GraphSnapshot after = graphOf("u-LIKES:-1->a")
                .apply(List.of(new GraphChange.NodeRemoved(1), new GraphChange.RelationshipRemoved(0, 1000, 0, 1)));
        assertThat(after.marks(type(after, "LIKES")).at(node(after, "u")).size())
                .isZero();
    }

    @Test
    void letsAnotherNodeTakeAKeyThatWasGivenUp() {
        GraphSnapshot graph = graphOf("u-LIKES->a, u-LIKES->b");
        GraphSnapshot swapped = graph.apply(List.of(
                new GraphChange.NodePut(new GraphNode(1, "b", 1)), new GraphChange.NodePut(new GraphNode(1, "a", 2))));
        assertThat(node(swapped, "a")).isEqualTo(node(graph, "b"));
        assertThat(node(swapped, "b")).isEqualTo(node(graph, "a"));
        assertThat(node(
                        swapped.apply(List.of(
                                new GraphChange.NodePut(new GraphNode(1, "a", 1)),
                                new GraphChange.NodePut(new GraphNode(1, "b", 2)))),
                        "a"))
                .isEqualTo(node(graph, "a"));
    }

    @Test
    @org.junit.jupiter.api.Timeout(60)
    void removesAHubInTimeProportionalToItsNeighbours() {
        GraphBuilder builder = new GraphBuilder(INTEGER_KEYS);
        int item = builder.addNode(new GraphNode(1, "hub", 0));
        RelationshipType likes = INTEGER_KEYS.relationshipTypes().get(0);
        int users = 200_000;
        for (int i = 1; i <= users; i++) {
            builder.addRelationship(likes, builder.addNode(new GraphNode(0, (long) i, i)), item, 1, 0, i);
        }
        GraphSnapshot without = builder.build(1).apply(List.of(new GraphChange.NodeRemoved(0)));
        assertThat(without.relationshipCount(likes)).isZero();
        assertThat(without.neighbours(likes, Direction.OUT).at(users).size()).isZero();
    }

    @Test
    void countsStatesUpwards() {
        GraphSnapshot graph = graphOf("u-LIKES->a");
        assertThat(graph.apply(List.of(new GraphChange.NodeRemoved(1))).version())
                .isEqualTo(2);
        assertThat(graph.apply(List.of())).isSameAs(graph);
    }

    @Test
    void estimatesMoreMemoryForWeightsThanWithout() {
        long plain = graphOf("u-LIKES->a, u-LIKES->b").memoryBytes();
        long weighted = graphOf("u-LIKES:2->a, u-LIKES:3->b").memoryBytes();
        // two codes of 1 byte, the two weights they stand for, and for one user and two items a sum and a largest
        // weight
        assertThat(weighted - plain).isEqualTo(2 + 2 * 4 + 3 * (8 + 4));
    }

    private static RelationshipType type(GraphSnapshot graph, String name) {
        return graph.schema().relationshipTypes().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Neighbours row(GraphSnapshot graph, String type, Direction direction, String name) {
        return graph.neighbours(type(graph, type), direction).at(node(graph, name));
    }

    private static List<Integer> nodes(Neighbours row) {
        return IntStream.range(0, row.size()).mapToObj(row::node).toList();
    }
}
