package dev.clew.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrozenScoresTest {
    /** In one piece, in one of more nodes than 16 bits tell apart, and in pages. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 200_000, 300_000})
    void addsAMultipleOfWhatTheScoresHeldWhenFrozen(int nodeCount) {
        Random random = new Random(nodeCount);
        NodeScores scores = new NodeScores(nodeCount);
        double[] expected = new double[nodeCount];
        // A block with many nodes, and single nodes in others.
        IntStream.range(64, 128).filter(node -> node % 3 != 0).forEach(node -> scores.add(node, random.nextDouble()));
        IntStream.range(0, 20).forEach(i -> scores.add(random.nextInt(nodeCount), random.nextDouble()));
        for (int node = 0; node < nodeCount; node++) {
            expected[node] = 1 + 2.5 * (float) scores.get(node);
        }
        FrozenScores frozen = scores.frozen();
        scores.add(64, 100);
        assertThat(IntStream.range(0, nodeCount)
                        .mapToDouble(node -> 1 + 2.5 * frozen.get(node))
                        .toArray())
                .isEqualTo(expected);

        NodeScores sums = new NodeScores(nodeCount);
        IntStream.range(0, nodeCount).forEach(node -> sums.add(node, 1));
        frozen.addTo(sums, 2.5);
        assertThat(IntStream.range(0, nodeCount).mapToDouble(sums::get).toArray())
                .isEqualTo(expected);
    }

    /** Whose sums are all that there is: what is too small to be seen beside 1 is seen here. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 300_000})
    void addsNumbersOfAnySizeAsTheirFloats(int nodeCount) {
        double[] values = {1e-44, 1e-40, 1e-30, 0.1, 1, 3e38};
        NodeScores scores = new NodeScores(nodeCount);
        IntStream.range(0, values.length).forEach(i -> scores.add(i, values[i]));
        NodeScores sums = new NodeScores(nodeCount);
        scores.frozen().addTo(sums, 0.3);
        for (int i = 0; i < values.length; i++) {
            assertThat(sums.get(i)).isEqualTo(0.3 * (float) values[i]);
        }
    }

    @Test
    void refusesSumsBelowZero() {
        NodeScores scores = new NodeScores(100);
        scores.add(7, -1);
        assertThatThrownBy(scores::frozen).hasMessage("The sum of node 7 (-1.0) must not be below 0.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 300_000})
    void tellsHowManyNodesItReachesAndHowManyOfThemOthersDoNot(int nodeCount) {
        NodeScores scores = new NodeScores(nodeCount);
        scores.add(3, 1);
        scores.add(70, 1);
        scores.add(71, 1);
        NodeScores others = new NodeScores(nodeCount);
        others.add(127, 1);
        others.add(700, 1);
        // Nodes are counted by blocks of 64: 0 to 63 and 64 to 127.
        assertThat(scores.frozen().reach()).isEqualTo(128);
        assertThat(scores.frozen().reachBeyond(others)).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 200_000, 300_000})
    void addsToScoresThatHoldNothingYet(int nodeCount) {
        NodeScores scores = new NodeScores(nodeCount);
        scores.add(nodeCount - 1, 3);
        NodeScores sums = new NodeScores(nodeCount);
        scores.frozen().addTo(sums, 2);
        assertThat(sums.list()).isEqualTo(1);
        assertThat(sums.get(nodeCount - 1)).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 300_000})
    void scoresInOnePieceAndInPagesAreListedScaledShownAndClearedAlike(int nodeCount) {
        NodeScores scores = new NodeScores(nodeCount);
        scores.add(999, 4);
        scores.add(63, 1);
        scores.add(64, 2);
        scores.scale(node -> node);
        assertThat(IntStream.range(0, scores.list()).map(scores::listed)).containsExactly(63, 64, 999);
        scores.visitFrom(128, (node, sum) -> {
            assertThat(sum).isEqualTo(node == 64 ? 128 : 3996);
            return 128;
        });
        scores.clear();
        assertThat(scores.list()).isZero();
        scores.add(64, 1);
        assertThat(scores.get(64)).isEqualTo(1);
        assertThat(scores.get(999)).isZero();
    }
}
