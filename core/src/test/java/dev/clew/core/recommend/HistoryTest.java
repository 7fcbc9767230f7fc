package dev.clew.core.recommend;

import static dev.clew.core.graph.GraphFixture.graphOf;
import static dev.clew.core.graph.GraphFixture.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.graph.GraphBuilder;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphNode;
import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RecommendationGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final int MANY = 50_000;

    @Test
    void readsLikedRejectedAndSeenOffTheGraph() {
        GraphSnapshot graph = graphOf("u-LIKES:2->a, u-LIKES:-1->b, u-LIKES:0->c, v-LIKES->d");
        History history = History.of(graph, node(graph, "u"));
        assertThat(history.actions()).extracting(Action::weight).containsExactly(2f, -1f, 0f);
        assertThat(history.actions())
                .extracting(Action::item)
                .containsExactly(node(graph, "a"), node(graph, "b"), node(graph, "c"));
        assertThat(history.actions()).extracting(Action::relationshipId).containsExactly(1000L, 1001L, 1002L);
        assertThat(history.signed()).hasSize(2);
        assertThat(history.totalWeight()).isEqualTo(3);
        assertThat(history.hasLikes()).isTrue();
        assertThat(history.includes(node(graph, "c"))).isTrue();
        assertThat(history.includes(node(graph, "d"))).isFalse();
    }

    @Test
    void comesOutTheSameInWhateverOrderTheActionsWereRead() {
        Action first = new Action(1, 0, 1, 0, 7);
        Action second = new Action(1, 0, 1, 0, 8);
        Action third = new Action(2, 0, -1, 0, 5);
        assertThat(new History(0, List.of(third, second, first)))
                .isEqualTo(new History(0, List.of(first, second, third)));
    }

    @Test
    void forgetsActionsOnItemsThatAreGone() {
        GraphSnapshot graph = graphOf("u-LIKES->a, u-LIKES:-1->b, u-LIKES->c");
        GraphSnapshot after = graph.apply(List.of(
                new GraphChange.NodeRemoved(graph.entityId(node(graph, "a"))),
                new GraphChange.NodeRemoved(graph.entityId(node(graph, "b")))));
        assertThat(History.of(after, node(after, "u")).actions())
                .extracting(Action::item)
                .containsExactly(node(after, "c"));
    }

    @ParameterizedTest(name = "{0} actions, of older ones {1}")
    @CsvSource({"0, false", "3, false", "3, true", "64, false", "65, false", "200, true"})
    void asksAboutManyItemsAsItDoesAboutOne(int count, boolean truncated) {
        BitSet older = new BitSet();
        older.set(1, truncated ? 2 : 1);
        List<Action> actions = IntStream.range(0, count)
                .mapToObj(i -> new Action(3 * i, 0, 1, 0, i))
                .toList();
        History history = new History(0, actions, older);
        IntPredicate membership = history.membership();
        for (int item = 0; item < 3 * count + 3; item++) {
            boolean expected = (item % 3 == 0 && item < 3 * count) || (truncated && item == 1);
            assertThat(membership.test(item)).as("item %d", item).isEqualTo(expected);
            assertThat(history.includes(item)).as("item %d", item).isEqualTo(expected);
        }
    }

    @Test
    void ofNobodyIsEmpty() {
        assertThat(History.empty().user()).isEqualTo(RecommendationGraph.NO_NODE);
        assertThat(History.empty().hasLikes()).isFalse();
        assertThat(History.empty().actions()).isEmpty();
    }

    @Test
    void ofRejectionsAloneHasNoLikes() {
        GraphSnapshot graph = graphOf("u-LIKES:-1->a");
        assertThat(History.of(graph, node(graph, "u")).hasLikes()).isFalse();
    }

    /** One user likes more items than count: of moment n / 2, the two of a moment told apart by their ids. Seconds from 0, and over the border of 31 bits. */
    @ParameterizedTest
    @ValueSource(longs = {0, (1L << 31) - 100})
    void ofSomebodyWhoDidTooMuchHoldsTheNewestAndRemembersTheItemsOfTheOthers(long firstSecond) {
        int extra = 101;
        int size = History.MOST + extra;
        GraphSnapshot graph = likes(size, n -> firstSecond + n / 2);
        GraphSchema schema = graph.schema();
        History history = History.of(graph, graph.find(schema.user(), "u"));
        assertThat(history.isTruncated()).isTrue();
        assertThat(history.actions()).hasSize(History.MOST);
        assertThat(history.actions().stream().mapToLong(Action::relationshipId).min())
                .hasValue(extra);
        assertThat(history.includes(graph.find(schema.item(), "i" + (size - 1))))
                .isTrue();
        assertThat(history.items().cardinality()).isEqualTo(size);
    }

    /** Somebody who liked items 1 to size, relationship n to item size - n at that second. */
    private static GraphSnapshot likes(int size, IntToLongFunction second) {
        GraphSchema schema = graphOf("u-LIKES->a").schema();
        GraphBuilder builder = new GraphBuilder(schema);
        builder.addNode(new GraphNode(schema.user().index(), "u", 0));
        for (int n = 0; n < size; n++) {
            builder.addNode(new GraphNode(schema.item().index(), "i" + n, 1 + n));
        }
        for (int n = 0; n < size; n++) {
            builder.addRelationship(schema.relationshipTypes().get(0), 0, size - n, 1, 1000 * second.applyAsLong(n), n);
        }
        return builder.build(1);
    }

    /** So many that a sample is looked at first, where the newest come last, first, everywhere, and where all of the sample is newer than what is not in it. */
    static Stream<IntToLongFunction> moments() {
        return Stream.of(n -> n, n -> MANY - n, n -> n * 48_271L % MANY, n -> isSampled(MANY - 1 - n) ? MANY : n);
    }

    private static boolean isSampled(int position) {
        long sample = (position * 2048L + MANY - 1) / MANY;
        return sample < 2048 && sample * MANY / 2048 == position;
    }

    @ParameterizedTest
    @MethodSource("moments")
    void holdsTheNewestOfManyWhateverASampleSays(IntToLongFunction second) {
        GraphSnapshot graph = likes(MANY, second);
        History history = History.of(graph, graph.find(graph.schema().user(), "u"));
        List<Long> newest = IntStream.range(0, MANY)
                .boxed()
                .sorted(Comparator.comparingLong((Integer n) -> second.applyAsLong(n))
                        .thenComparingInt(n -> n)
                        .reversed())
                .limit(History.MOST)
                .map(Integer::longValue)
                .toList();
        assertThat(history.actions()).extracting(Action::relationshipId).containsExactlyInAnyOrderElementsOf(newest);
        assertThat(history.isTruncated()).isTrue();
        assertThat(history.items().cardinality()).isEqualTo(MANY);
    }

    /** Many more than are kept, in orders that make all, few or some of them newer than what came before; every third as old as another. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1, 7919})
    void theNewestAreTheHeadOfTheSortedList(int factor) {
        int most = 50;
        int offered = 1009;
        Newest newest = new Newest(most);
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < offered; i++) {
            positions.add(i);
            newest.offer(age(i, factor, offered), i % 2, i);
        }
        positions.sort(Comparator.comparingLong((Integer i) -> -age(i, factor, offered)));
        List<Integer> kept = new ArrayList<>();
        newest.forEach((row, position) -> {
            assertThat(row).isEqualTo(position % 2);
            kept.add(position);
        });
        assertThat(newest.hasLeftOut()).isTrue();
        assertThat(kept).isEqualTo(positions.subList(0, most).stream().sorted().toList());
    }

    private static long age(int i, int factor, int offered) {
        return Math.floorMod((long) i * factor, offered) / 3;
    }

    @Test
    void allAreTheNewestOfNoMoreThanAreKept() {
        Newest newest = new Newest(3);
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            newest.offer(-i, 0, i);
        }
        newest.forEach((row, position) -> kept.add(position));
        assertThat(kept).containsExactly(0, 1, 2);
        assertThat(newest.hasLeftOut()).isFalse();
    }
}
