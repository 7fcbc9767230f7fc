package dev.clew.gnn.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixTest {
    private static final Workers TWO = new Workers(2);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void multipliesLikeTheDefinition(long seed) {
        RandomGenerator random = random(seed);
        DenseMatrix a = DenseMatrix.gaussian(size(random), size(random), seed, TWO);
        DenseMatrix b = DenseMatrix.gaussian(a.columns(), size(random), seed + 1, TWO);

        DenseMatrix product = a.times(b, TWO);

        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                double expected = 0;
                for (int k = 0; k < a.columns(); k++) {
                    expected += (double) a.get(i, k) * b.get(k, j);
                }
                assertThat((double) product.get(i, j)).as("seed %s", seed).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void multipliesAnUpperTriangleLikeAnyMatrix(long seed) {
        RandomGenerator random = random(seed);
        DenseMatrix a = DenseMatrix.gaussian(size(random), size(random), seed, TWO);
        DenseMatrix upper = DenseMatrix.gaussian(a.columns(), a.columns(), seed + 1, TWO);
        for (int i = 0; i < upper.rows(); i++) {
            for (int j = 0; j < i; j++) {
                upper.set(i, j, 0);
            }
        }
        assertThat(a.timesUpperTriangle(upper, TWO).values())
                .as("seed %s", seed)
                .containsExactly(a.times(upper, TWO).values());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsTheProductsOfColumns(long seed) {
        RandomGenerator random = random(seed);
        int rows = random.nextInt(10) == 0 ? 5000 : size(random);
        DenseMatrix a = DenseMatrix.gaussian(rows, size(random), seed, TWO);

        double[] gram = a.gram(TWO);

        for (int i = 0; i < a.columns(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                double expected = 0;
                for (int row = 0; row < a.rows(); row++) {
                    expected += (double) a.get(row, i) * a.get(row, j);
                }
                assertThat(gram[i * a.columns() + j]).as("seed %s", seed).isCloseTo(expected, within(5e-3));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void multipliesASparseMatrixAndItsTransposeLikeTheDefinition(long seed) {
        RandomGenerator random = random(seed);
        SparseMatrix sparse = sparse(random, size(random), size(random));
        DenseMatrix dense = DenseMatrix.gaussian(sparse.columns(), size(random), seed, TWO);
        SparseMatrix transposed = sparse.transposed();
        DenseMatrix back = DenseMatrix.gaussian(sparse.rows(), 3, seed, TWO);

        assertThat(sparse.times(dense, TWO).values())
                .as("seed %s", seed)
                .containsExactly(toDense(sparse).times(dense, TWO).values(), within(1e-4f));
        assertThat(transposed.times(back, TWO).values())
                .as("seed %s", seed)
                .containsExactly(toDense(transposed).times(back, TWO).values(), within(1e-4f));
        assertThat(toDense(transposed.transposed()).values())
                .as("seed %s", seed)
                .containsExactly(toDense(sparse).values());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesTheSameBytesOnAnyNumberOfThreads(long seed) {
        RandomGenerator random = random(seed);
        DenseMatrix a = DenseMatrix.gaussian(300, size(random), seed, new Workers(1));
        SparseMatrix sparse = sparse(random, 200, 300);
        for (Workers workers : new Workers[] {TWO, new Workers(7)}) {
            assertThat(DenseMatrix.gaussian(300, a.columns(), seed, workers).values())
                    .as("seed %s", seed)
                    .containsExactly(a.values());
            assertThat(a.gram(workers)).as("seed %s", seed).containsExactly(a.gram(new Workers(1)));
            assertThat(sparse.times(a, workers).values())
                    .as("seed %s", seed)
                    .containsExactly(sparse.times(a, new Workers(1)).values());
        }
    }

    @Test
    void sumsEntriesOfOneRowAndColumn() {
        SparseRows rows = new SparseRows(3);
        rows.add(2, 1);
        rows.add(0, 4);
        rows.add(2, 1.5);
        rows.endRow();
        rows.endRow();
        assertThat(toDense(rows.build()).values()).containsExactly(4, 0, 2.5f, 0, 0, 0);
    }

    @Test
    void throwsWhatATaskThrows() {
        assertThatThrownBy(() -> TWO.run(10, task -> {
                    throw new IllegalStateException("task failed");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("task failed");
    }

    @Test
    void refusesAMatrixThatNoArrayHolds() {
        assertThatThrownBy(() -> new DenseMatrix(10_000_000, 512))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10000000 x 512")
                .hasMessageContaining("smaller dimension");
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Mostly small, at times over the border of a block. */
    private static int size(RandomGenerator random) {
        return random.nextInt(4) == 0 ? random.nextInt(60, 140) : random.nextInt(1, 12);
    }

    private static SparseMatrix sparse(RandomGenerator random, int rows, int columns) {
        SparseRows collected = new SparseRows(columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (random.nextInt(3) == 0) {
                    collected.add(column, random.nextGaussian());
                }
            }
            collected.endRow();
        }
        return collected.build();
    }

    private static DenseMatrix toDense(SparseMatrix sparse) {
        DenseMatrix dense = new DenseMatrix(sparse.rows(), sparse.columns());
        for (int row = 0; row < sparse.rows(); row++) {
            for (int entry = sparse.start(row); entry < sparse.end(row); entry++) {
                dense.set(row, sparse.column(entry), sparse.value(entry));
            }
        }
        return dense;
    }
}
