package dev.clew.gnn.lightgcn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.clew.gnn.lightgcn.LightGcnParameters.Combination;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.training.ItemFactors;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LightGraphConvolutionTest {
    private static final Workers TWO = new Workers(2);

    /** One user of two items: A = (1/sqrt 2, 1/sqrt 2), so S is 1/2 everywhere and S E is the mean of both embeddings, 2. */
    @ParameterizedTest
    @CsvSource({"SUM, 3, 5", "LAST, 2, 2"})
    void givesItemsOfOneUserTheMeanOfBoth(Combination combination, float first, float second) {
        SparseRows rows = new SparseRows(2);
        rows.add(0, Math.sqrt(0.5));
        rows.add(1, Math.sqrt(0.5));
        rows.endRow();
        LightGraphConvolution convolution =
                new LightGraphConvolution(rows.build(), new double[] {1, 1}, 2, combination, TWO);

        ItemFactors factors = convolution.forward(new DenseMatrix(2, 1, new float[] {1, 3}));

        assertThat(factors.candidate().values()).containsExactly(new float[] {first, second}, within(1e-6f));
        assertThat(factors.history().values()).as("E: a user is one step away").containsExactly(1, 3);
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void combinesTheLayersOfTheWholeGraph(int layers, Combination combination) {
        SparseMatrix sparse = sparse();
        SimpleMatrix a = dense(sparse);
        SimpleMatrix e = SimpleMatrix.random_DDRM(6, 2, -1, 1, new java.util.Random(layers));
        double[] factors = {1, .5, .25, 1, .5, .25};

        ItemFactors items = new LightGraphConvolution(sparse, factors, layers, combination, TWO).forward(toFloats(e));
        boolean sum = combination == Combination.SUM;

        SimpleMatrix candidate = e;
        SimpleMatrix users = a.mult(e);
        SimpleMatrix user = users;
        for (int layer = 2; layer <= layers; layer++) {
            if (layer % 2 == 0) {
                e = a.transpose().mult(user);
                candidate = sum ? candidate.plus(e) : e;
            } else {
                user = a.mult(e);
                users = sum ? users.plus(user) : user;
            }
        }
        assertSame(items.candidate(), candidate);
        SimpleMatrix scaled = SimpleMatrix.diag(factors).invert();
        SimpleMatrix seen = a.mult(scaled).mult(toDoubles(items.history()));
        assertSame(toFloats(seen), users);
    }

    /** For a linear map F and its transpose, (F x) . y = x . (F^T y). */
    @ParameterizedTest
    @MethodSource("convolutions")
    void takesGradientsBackByTheTransposedMap(int layers, Combination combination) {
        LightGraphConvolution convolution =
                new LightGraphConvolution(sparse(), new double[] {1, .5, .25, 1, .5, .25}, layers, combination, TWO);
        DenseMatrix x = DenseMatrix.gaussian(6, 3, 1, TWO);
        ItemFactors y = new ItemFactors(DenseMatrix.gaussian(6, 3, 2, TWO), DenseMatrix.gaussian(6, 3, 3, TWO));

        ItemFactors there = convolution.forward(x);
        double product = dot(there.history(), y.history()) + dot(there.candidate(), y.candidate());

        assertThat(dot(x, convolution.backward(y))).isCloseTo(product, within(1e-4));
    }

    private static Stream<Arguments> convolutions() {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(layers -> Arrays.stream(Combination.values()).map(it -> arguments(layers, it)));
    }

    private static double dot(DenseMatrix a, DenseMatrix b) {
        return IntStream.range(0, a.rows())
                .mapToDouble(row -> a.rowProduct(row, b, row))
                .sum();
    }

    private static SparseMatrix sparse() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        SparseRows rows = new SparseRows(6);
        for (int user = 0; user < 4; user++) {
            for (int item = 0; item < 6; item++) {
                if (random.nextBoolean()) {
                    rows.add(item, random.nextDouble());
                }
            }
            rows.endRow();
        }
        return rows.build();
    }

    private static SimpleMatrix dense(SparseMatrix sparse) {
        SimpleMatrix dense = new SimpleMatrix(sparse.rows(), sparse.columns());
        for (int row = 0; row < sparse.rows(); row++) {
            for (int entry = sparse.start(row); entry < sparse.end(row); entry++) {
                dense.set(row, sparse.column(entry), sparse.value(entry));
            }
        }
        return dense;
    }

    private static DenseMatrix toFloats(SimpleMatrix dense) {
        DenseMatrix floats = new DenseMatrix(dense.getNumRows(), dense.getNumCols());
        for (int row = 0; row < floats.rows(); row++) {
            for (int column = 0; column < floats.columns(); column++) {
                floats.set(row, column, (float) dense.get(row, column));
            }
        }
        return floats;
    }

    private static SimpleMatrix toDoubles(DenseMatrix floats) {
        SimpleMatrix dense = new SimpleMatrix(floats.rows(), floats.columns());
        for (int row = 0; row < floats.rows(); row++) {
            for (int column = 0; column < floats.columns(); column++) {
                dense.set(row, column, floats.get(row, column));
            }
        }
        return dense;
    }

    private static void assertSame(DenseMatrix actual, SimpleMatrix expected) {
        for (int row = 0; row < actual.rows(); row++) {
            for (int column = 0; column < actual.columns(); column++) {
                assertThat((double) actual.get(row, column))
                        .as("row %s, column %s", row, column)
                        .isCloseTo(expected.get(row, column), within(1e-4));
            }
        }
    }
}
