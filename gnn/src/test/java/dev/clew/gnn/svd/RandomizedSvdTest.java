package dev.clew.gnn.svd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import dev.clew.gnn.matrix.Workers;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomizedSvdTest {
    private static final Workers TWO = new Workers(2);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** [[3, 0], [4, 5]]: singular values of sqrt(45) and sqrt(5), right vectors (1, 1)/sqrt 2 and (1, -1)/sqrt 2 (Strang, Linear Algebra, 7.2). */
    @Test
    void decomposesTheTextbookExample() {
        SparseRows rows = new SparseRows(2);
        rows.add(0, 3);
        rows.endRow();
        rows.add(0, 4);
        rows.add(1, 5);
        rows.endRow();

        TruncatedSvd svd = RandomizedSvd.of(rows.build(), new SvdParameters(2, 10, 2, 1), TWO, done -> {});

        assertThat(svd.singularValue(0)).isCloseTo(Math.sqrt(45), within(1e-4));
        assertThat(svd.singularValue(1)).isCloseTo(Math.sqrt(5), within(1e-4));
        assertThat(Math.abs(svd.rightVectors().get(0, 0))).isCloseTo((float) Math.sqrt(0.5), within(1e-5f));
        assertThat(svd.rightVectors().get(0, 1)).isCloseTo(-svd.rightVectors().get(1, 1), within(1e-5f));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithADenseDecomposition(long seed) {
        SparseMatrix matrix = sparse(seed, 40, 30);
        SimpleSVD<SimpleMatrix> oracle = SimpleMatrix.wrap(toDense(matrix)).svd();

        TruncatedSvd svd = RandomizedSvd.of(matrix, new SvdParameters(8, 10, 12, seed), TWO, done -> {});

        for (int i = 0; i < 8; i++) {
            assertThat(svd.singularValue(i))
                    .as("seed %s, singular value %s", seed, i)
                    .isCloseTo(oracle.getSingleValue(i), within(1e-3 * oracle.getSingleValue(0)));
            if (standsApart(oracle, i)) {
                double product = 0;
                for (int row = 0; row < 30; row++) {
                    product += svd.rightVectors().get(row, i) * oracle.getV().get(row, i);
                }
                assertThat(Math.abs(product))
                        .as("seed %s, vector %s is the oracle's up to its sign", seed, i)
                        .isCloseTo(1, within(5e-3));
            }
        }
    }

    /** Vectors of nearly equal values may be any pair in their plane. */
    private static boolean standsApart(SimpleSVD<SimpleMatrix> svd, int i) {
        double gap = svd.getSingleValue(i) - svd.getSingleValue(i + 1);
        double above = i == 0 ? gap : svd.getSingleValue(i - 1) - svd.getSingleValue(i);
        return Math.min(gap, above) > 0.03 * svd.getSingleValue(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesOrthonormalVectors(long seed) {
        TruncatedSvd svd = RandomizedSvd.of(sparse(seed, 50, 30), new SvdParameters(6, 6, 2, seed), TWO, done -> {});
        double[] gram = svd.rightVectors().gram(TWO);
        for (int i = 0; i < svd.rank(); i++) {
            for (int j = 0; j < svd.rank(); j++) {
                assertThat(gram[i * svd.rank() + j]).as("seed %s", seed).isCloseTo(i == j ? 1 : 0, within(1e-4));
            }
        }
    }

    @Test
    void givesAsManyVectorsAsTheMatrixHasDirections() {
        SparseRows rows = new SparseRows(20);
        for (int row = 0; row < 30; row++) {
            rows.add(row % 3, 1 + row % 2);
            rows.endRow();
        }
        TruncatedSvd svd = RandomizedSvd.of(rows.build(), new SvdParameters(10, 5, 3, 7), TWO, done -> {});
        assertThat(svd.rank()).as("three items were ever acted on").isEqualTo(3);
    }

    @Test
    void givesTheSameBytesOnAnyNumberOfThreads() {
        SparseMatrix matrix = sparse(3, 400, 300);
        float[] one = vectors(matrix, 1);
        assertThat(vectors(matrix, 2)).containsExactly(one);
        assertThat(vectors(matrix, 5)).containsExactly(one);
    }

    private static float[] vectors(SparseMatrix matrix, int threads) {
        SvdParameters parameters = new SvdParameters(70, 20, 3, 11);
        DenseMatrix vectors = RandomizedSvd.of(matrix, parameters, new Workers(threads), done -> {})
                .rightVectors();
        return vectors.values();
    }

    @Test
    void refusesAnEmptyMatrix() {
        SparseMatrix empty = new SparseMatrix(2, 2, new int[3], new int[0], new float[0]);
        assertThatThrownBy(() -> RandomizedSvd.of(empty, new SvdParameters(1, 0, 1, 0), TWO, done -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no entries");
    }

    private static SparseMatrix sparse(long seed, int rows, int columns) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        SparseRows collected = new SparseRows(columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (random.nextInt(4) == 0) {
                    collected.add(column, random.nextDouble() / (1 + column));
                }
            }
            collected.endRow();
        }
        return collected.build();
    }

    private static DMatrixRMaj toDense(SparseMatrix matrix) {
        DMatrixRMaj dense = new DMatrixRMaj(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
                dense.set(row, matrix.column(entry), matrix.value(entry));
            }
        }
        return dense;
    }
}
