package dev.clew.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeScoresTest {

    @Test
    void sumsAndListsWhatIsNotZeroAscending() {
        NodeScores scores = new NodeScores(3_000);
        scores.add(2_999, 1);
        scores.add(7, 2);
        scores.add(2_999, 0.5);
        scores.add(11, 1);
        scores.add(11, -1);
        assertThat(listed(scores)).containsExactly(7, 2_999);
        assertThat(scores.get(2_999)).isEqualTo(1.5);
        assertThat(scores.get(8)).isZero();
    }

    @Test
    void startsAnewWhenCleared() {
        NodeScores scores = new NodeScores(3_000);
        IntStream.range(0, 200).forEach(node -> scores.add(node * 15, 1));
        scores.clear();
        assertThat(scores.list()).isZero();
        assertThat(scores.get(15)).isZero();
        scores.add(30, 2);
        scores.add(15, 3);
        assertThat(listed(scores)).containsExactly(15, 30);
        assertThat(scores.get(15)).isEqualTo(3);
    }

    /** In one piece and in pages, of which two graphs' sums may be, and from a table of few. */
    @ParameterizedTest
    @CsvSource({"3000, 3000, false", "3000, 300000, false", "300000, 3000, true", "300000, 300000, false"})
    void addsTheSumsOfAnother(int nodeCount, int othersNodeCount, boolean few) {
        NodeScores scores = new NodeScores(nodeCount);
        NodeScores others = new NodeScores(othersNodeCount);
        if (few) {
            others.expectFew();
        }
        scores.add(7, 1);
        scores.add(100, 2);
        others.add(100, 0.5);
        others.add(2_999, 3);

        scores.addAll(others);

        assertThat(listed(scores)).containsExactly(7, 100, 2_999);
        assertThat(scores.get(7)).isEqualTo(1);
        assertThat(scores.get(100)).isEqualTo(2.5);
        assertThat(scores.get(2_999)).isEqualTo(3);
        assertThat(others.get(100)).isEqualTo(0.5);
    }

    @Test
    void showsWhatTwoSumsMakeFromABarThatRises() {
        NodeScores scores = new NodeScores(3_000);
        NodeScores others = new NodeScores(3_000);
        IntStream.range(0, 10).forEach(node -> scores.add(node, node));
        others.add(3, 10);
        others.add(2_000, 4);
        others.add(2_001, 1);
        Map<Integer, Double> shown = new TreeMap<>();
        scores.visitFrom(8, others, 2, new BitSet(), (node, here, there) -> {
            shown.put(node, here + 2 * there);
            return node == 9 ? 8.5 : 8;
        });
        assertThat(shown).isEqualTo(Map.of(3, 23.0, 8, 8.0, 9, 9.0));
        assertThat(scores.largest()).isEqualTo(9);
        assertThat(new NodeScores(10).largest()).isZero();
    }

    /** In one piece and block by block; the last nodes of a block, the first of the next, and some beyond the set's last bit. */
    @ParameterizedTest
    @ValueSource(ints = {300, 300_000})
    void showsNoNodeThatIsExcepted(int nodeCount) {
        NodeScores scores = new NodeScores(nodeCount);
        NodeScores others = new NodeScores(nodeCount);
        IntStream.of(0, 62, 63, 64, 65, 130, 200).forEach(node -> scores.add(node, 1 + node));
        IntStream.of(63, 65, 270, 271).forEach(node -> others.add(node, 1));
        BitSet except = BitSet.valueOf(new long[] {1L << 63, 1L});
        Set<Integer> shown = new TreeSet<>();
        scores.visitFrom(1, except, (node, sum) -> {
            shown.add(node);
            return 1;
        });
        assertThat(shown).containsExactly(0, 62, 65, 130, 200);
        shown.clear();
        except.set(270);
        scores.visitFrom(1, others, 1, except, (node, here, there) -> {
            shown.add(node);
            return 1;
        });
        assertThat(shown).containsExactly(0, 62, 65, 130, 200, 271);
    }

    /** Few nodes, more than are few, and some from what was frozen; and one whose sum comes to nothing. */
    @ParameterizedTest
    @CsvSource({"3000, 100", "300000, 100", "300000, 9000"})
    void expectingFewMakesNoDifferenceButInTime(int nodeCount, int rowSize) {
        NodeScores few = new NodeScores(nodeCount);
        NodeScores plain = new NodeScores(nodeCount);
        NodeScores frozen = new NodeScores(nodeCount);
        IntStream.of(700, 701, 2_000).forEach(node -> frozen.add(node, 2));
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            few.expectFew();
            int[] row = random.ints(rowSize, 0, nodeCount - 100).sorted().toArray();
            for (NodeScores scores : List.of(few, plain)) {
                IntStream.range(128, 192).forEach(node -> scores.add(node, node));
                scores.addAll(row, 0, row.length, 0.5);
                scores.add(nodeCount - 50, 1);
                scores.add(nodeCount - 50, -1);
                scores.add(nodeCount - 51, 9);
                assertThat(scores.take(nodeCount - 51)).isEqualTo(9);
            }
            if (round % 2 == 1) {
                frozen.frozen().addTo(few, 3);
                frozen.frozen().addTo(plain, 3);
            }
            few.scale(node -> 1 + node % 7);
            plain.scale(node -> 1 + node % 7);
            int[] listed = listed(few);
            assertThat(listed).isEqualTo(listed(plain)).doesNotContain(nodeCount - 50, nodeCount - 51);
            assertThat(Arrays.stream(listed).mapToDouble(few::get).toArray())
                    .isEqualTo(Arrays.stream(listed).mapToDouble(plain::get).toArray());
            assertThat(few.get(nodeCount - 50)).isZero();
            assertThat(few.largest()).isEqualTo(plain.largest());
            assertThat(few.reach()).isLessThanOrEqualTo(plain.reach());
            assertThat(shown(few, frozen)).isEqualTo(shown(plain, frozen)).hasSizeGreaterThan(50);
            assertThat(shown(frozen, few)).isEqualTo(shown(frozen, plain));
            few.clear();
            plain.clear();
        }
        assertThat(few.list()).isZero();
        few.add(5, 1);
        assertThatThrownBy(few::expectFew).isInstanceOf(IllegalStateException.class);
        assertThat(listed(few)).containsExactly(5);
    }

    private static Map<Integer, Double> shown(NodeScores scores, NodeScores others) {
        Map<Integer, Double> shown = new TreeMap<>();
        BitSet except = new BitSet();
        except.set(140, 150);
        scores.visitFrom(2, others, first -> first < 1_000 ? 4 : 0.5, except, (node, here, there) -> {
            assertThat(shown.put(node, here + 1_000 * there))
                    .as("node %s before", node)
                    .isNull();
            return 2;
        });
        assertThat(shown.keySet()).contains(700, 701).doesNotContain(140);
        return shown;
    }

    @Test
    void canBeEmptiedNodeByNode() {
        NodeScores scores = new NodeScores(10);
        scores.add(4, 2);
        assertThat(scores.take(4)).isEqualTo(2);
        assertThat(scores.take(4)).isZero();
        assertThat(listed(scores)).isEmpty();
    }

    @Test
    void aPoolHandsOutWhatCameBackEmptyAndLargeEnough() {
        NodeScoresPool pool = new NodeScoresPool();
        NodeScores scores = pool.borrow(100);
        scores.add(42, 1);
        pool.giveBack(scores);

        NodeScores again = pool.borrow(101);
        assertThat(again).isSameAs(scores);
        assertThat(again.get(42)).isZero();
        assertThat(again.list()).isZero();
        pool.giveBack(again);
        assertThat(pool.borrow(1_000_000).capacity()).isGreaterThanOrEqualTo(1_000_000);
    }

    private static int[] listed(NodeScores scores) {
        return IntStream.range(0, scores.list()).map(scores::listed).toArray();
    }
}
