package dev.clew.core.path.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.core.graph.GraphFixture;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.split.HeldOut;
import dev.clew.core.split.Split;
import dev.clew.core.split.Splits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Films of 30 directors, 12 each, with two of 8 genres drawn by lot. Each of 240 users likes 5 films of one director and one film at random, so directors tell what
 * somebody likes, genres tell nothing, and others tell something.
 */
class PathWeightLearnerTest {
    private static final PathLearningParameters PARAMETERS = PathLearningParameters.at(0);

    private static GraphSnapshot planted(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int user = 0; user < 240; user++) {
            int director = user % 30;
            for (int i = 0; i < 5; i++) {
                text.append("u" + user + "-LIKES->f" + (director * 12 + random.nextInt(12)) + ",");
            }
            text.append("u" + user + "-LIKES->f" + random.nextInt(360) + ",");
        }
        for (int film = 0; film < 360; film++) {
            text.append("f" + film + "-DIRECTED_BY->d" + film / 12 + ",");
            text.append("f" + film + "-GENRE->g" + random.nextInt(8) + ",");
            text.append("f" + film + "-GENRE->g" + random.nextInt(8) + ",");
        }
        return GraphFixture.parse(
                        GraphFixture.schema(List.of("LIKES"), List.of("GENRE", "DIRECTED_BY"), List.of("SAME_AS")),
                        text.toString())
                .build();
    }

    private static LearnedPaths learned(long seed) {
        return learn(Splits.random(planted(seed), 0.2, seed), Map.of(), PARAMETERS);
    }

    private static LearnedPaths learn(Split split, Map<String, ?> options, PathLearningParameters parameters) {
        return PathWeightLearner.learn(
                new TrainingData(split.train(), split.heldOut()), options, parameters, Budget.NO_DEADLINE, done -> {});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsThatDirectorsMatterAndGenresDoNot(long seed) {
        LearnedPaths learned = learned(seed);

        Map<String, Double> weights = learned.weights();
        assertThat(weights.get("DIRECTED_BY"))
                .as("seed %d: %s", seed, weights)
                .isGreaterThan(3 * weights.getOrDefault("GENRE", 1.0));
        assertThat(learned.paths())
                .extracting(LearnedPaths.LearnedPath::weightBefore)
                .containsExactly(1.0, 0.1, 0.1, 0.1, 0.1);
        assertThat(learned.improves()).as("seed %d: %s", seed, learned).isTrue();
        assertThat(learned.ndcg()).as("seed %d: %s", seed, learned).isGreaterThan(1.1 * learned.ndcgBefore());
        assertThat(learned.complete()).isTrue();
        assertThat(weights.values()).contains(1.0).allMatch(weight -> weight >= 0 && weight <= 1);
    }

    @Test
    void aPathThatLeadsNowhereKeepsItsWeight() {
        Map<String, Double> weights = learned(1).weights();
        assertThat(weights).containsEntry("SAME_AS>", 0.1).containsEntry("<SAME_AS", 0.1);
    }

    @Test
    void learnsTheSameAgain() {
        assertThat(learned(7)).isEqualTo(learned(7));
    }

    @Test
    void tellsHowMuchIsDone() {
        Split split = Splits.random(planted(3), 0.2, 3);
        List<Double> progress = new ArrayList<>();
        LearnedPaths learned = PathWeightLearner.learn(
                new TrainingData(split.train(), split.heldOut()),
                Map.of(),
                new PathLearningParameters(30, 50, 1e-3, 20, 0, 0),
                Budget.NO_DEADLINE,
                progress::add);
        assertThat(progress).isSorted().endsWith(1.0).hasSize(61);
        assertThat(learned.learningUsers()).isEqualTo(30);
        assertThat(learned.judgingUsers()).isEqualTo(30);
    }

    @Test
    void startsFromTheWeightsThatTheRequestGives() {
        Split split = Splits.random(planted(3), 0.2, 3);
        LearnedPaths learned = learn(split, Map.of("pathWeights", Map.of("GENRE", 2)), PARAMETERS);
        assertThat(learned.paths().get(1).weightBefore()).isEqualTo(2);
        assertThat(learned.weights().get("GENRE")).isLessThan(0.1);
    }

    /** A clock that jumps a second each time it is read, and a deadline 200 seconds away. */
    @Test
    void endsInTimeAndSaysThatItIsNotComplete() {
        Split split = Splits.random(planted(3), 0.2, 3);
        AtomicLong seconds = new AtomicLong();
        LearnedPaths learned = PathWeightLearner.learn(
                new TrainingData(split.train(), split.heldOut()),
                Map.of(),
                PARAMETERS,
                100_000_000_000L,
                () -> seconds.getAndIncrement() * 1_000_000_000L,
                done -> {});
        assertThat(learned.complete()).isFalse();
        assertThat(learned.judgingUsers()).isPositive().isLessThan(60);
    }

    @Test
    void hasNothingToLearnFromWhereNothingIsHeldOut() {
        assertThatThrownBy(() -> learn(new Split(planted(1), HeldOut.NONE), Map.of(), PARAMETERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Fewer than two users")
                .hasMessageContaining("Hold out a larger share");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theGradientIsThatOfTheLoss(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Examples examples = new Examples(3);
        for (int user = 0; user < 6; user++) {
            List<double[]> rows = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                rows.add(new double[] {random.nextDouble(), random.nextInt(2), random.nextDouble(-1, 3)});
            }
            examples.add(rows, 1 + random.nextInt(3), random.nextInt(5), random.nextDouble(100));
        }
        examples.scaleColumns();
        SoftmaxLoss loss = new SoftmaxLoss(examples, 0.1);
        double[] weights = {random.nextDouble(4), random.nextDouble(4), random.nextDouble(4)};
        double[] gradient = new double[3];
        loss.at(weights, gradient);
        for (int path = 0; path < 3; path++) {
            double[] more = weights.clone();
            double[] less = weights.clone();
            more[path] += 1e-5;
            less[path] -= 1e-5;
            double difference = (loss.at(more, new double[3]) - loss.at(less, new double[3])) / 2e-5;
            assertThat(gradient[path]).as("seed %d, path %d", seed, path).isCloseTo(difference, within(1e-7));
        }
    }

    /** The minimum of (x - 3)^2 + (y + 2)^2 + xy / 10 over x, y >= 0 is at y = 0, x = 3. */
    @Test
    void minimisesWithoutLeavingTheQuadrant() {
        double[] minimum = ProjectedGradient.minimum(
                (point, gradient) -> {
                    gradient[0] = 2 * (point[0] - 3) + point[1] / 10;
                    gradient[1] = 2 * (point[1] + 2) + point[0] / 10;
                    return Math.pow(point[0] - 3, 2) + Math.pow(point[1] + 2, 2) + point[0] * point[1] / 10;
                },
                new double[] {10, 10},
                () -> true);
        assertThat(minimum[0]).isCloseTo(3, within(1e-3));
        assertThat(minimum[1]).isZero();
    }
}
