package dev.clew.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.sampling.ItemSampler;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of the losses by both vectors of all items meet finite differences. */
class GradientTest {
    private static final Workers TWO = new Workers(2);
    private static final int USERS = 5;
    private static final int ITEMS = 9;
    private static final int DIMENSION = 3;
    private static final float STEP = 0.004f;
    private static final ItemSampler POPULARITY = ItemSampler.weighted(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofSampledSoftmaxMeetsFiniteDifferences(long seed) {
        check(SampledSoftmax.among(POPULARITY, 6), Similarity.PRODUCT, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofCosinesMeetsFiniteDifferences(long seed) {
        check(SampledSoftmax.among(POPULARITY, 6), Similarity.cosine(0.5, item -> 1 + item / 10.0), seed);
        check(new Bpr(ItemSampler.uniform(ITEMS), 1), Similarity.cosine(0.5, item -> 1 + item / 10.0), seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofSoftmaxInABatchMeetsFiniteDifferences(long seed) {
        check(SampledSoftmax.inBatch(POPULARITY, 6), Similarity.PRODUCT, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofBprMeetsFiniteDifferences(long seed) {
        check(new Bpr(ItemSampler.uniform(ITEMS), 1), Similarity.PRODUCT, seed);
    }

    /** With vectors so long that scores of one user's items lie hundreds apart: less than any exponential of a float can hold. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofSampledSoftmaxStayNumbersHoweverFarScoresLieApart(long seed) {
        DenseMatrix vectors = DenseMatrix.gaussian(ITEMS, DIMENSION, seed, TWO);
        for (int i = 0; i < vectors.values().length; i++) {
            vectors.values()[i] *= 30;
        }
        Batch batch = new Batch(actions(seed), new ItemFactors(vectors, vectors), Similarity.PRODUCT, TWO);
        double loss = SampledSoftmax.among(POPULARITY, 6).addGradient(batch, random(seed));
        assertThat(loss).as("seed %s", seed).isBetween(0.0, 1e5);
        for (float slope : batch.gradient().candidate().values()) {
            assertThat(slope).as("seed %s", seed).isFinite();
        }
    }

    private static void check(RankingLoss loss, Similarity similarity, long seed) {
        SparseMatrix actions = actions(seed);
        ItemFactors items = new ItemFactors(
                DenseMatrix.gaussian(ITEMS, DIMENSION, seed, TWO),
                DenseMatrix.gaussian(ITEMS, DIMENSION, seed + 1, TWO));
        Batch batch = new Batch(actions, items, similarity, TWO);
        loss.addGradient(batch, random(seed));
        ItemFactors gradient = batch.gradient();
        for (DenseMatrix side : new DenseMatrix[] {items.history(), items.candidate()}) {
            DenseMatrix slopes = side == items.history() ? gradient.history() : gradient.candidate();
            for (int i = 0; i < side.values().length; i++) {
                assertThat((double) slopes.values()[i])
                        .as("seed %s, %s side, entry %s", seed, side == items.history() ? "history" : "candidate", i)
                        .isCloseTo(difference(loss, similarity, actions, items, side.values(), i, seed), within(1e-3));
            }
        }
    }

    private static double difference(
            RankingLoss loss,
            Similarity similarity,
            SparseMatrix actions,
            ItemFactors items,
            float[] values,
            int i,
            long seed) {
        float kept = values[i];
        values[i] = kept + STEP;
        double above = loss.addGradient(new Batch(actions, items, similarity, TWO), random(seed));
        values[i] = kept - STEP;
        double below = loss.addGradient(new Batch(actions, items, similarity, TWO), random(seed));
        values[i] = kept;
        return (above - below) / (2 * STEP);
    }

    private static SparseMatrix actions(long seed) {
        RandomGenerator random = random(seed ^ 77);
        SparseRows rows = new SparseRows(ITEMS);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                if (random.nextInt(3) == 0) {
                    rows.add(item, 0.3 + random.nextDouble());
                }
            }
            rows.endRow();
        }
        return rows.build();
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
