package dev.clew.gnn.svd;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import java.util.function.DoubleConsumer;

/**
 * Finds the largest singular values and right singular vectors of a sparse matrix A: random directions are drawn to the wanted ones by applying
 * {@code A^T A} a few times, made orthonormal each time, and A is decomposed in the space they span.
 *
 * <pre>{@code
 * Q_0 = Gaussian,  Q_i = orthonormal(A^T (A Q_{i-1})),  B = A Q,  B^T B = W S^2 W^T,  V = Q W
 * }</pre>
 *
 * <p>Source: Halko, Martinsson and Tropp, Finding structure with randomness, SIAM Review 2011, algorithms 4.4 and 5.1. Differs: the right
 * side is iterated, since items are asked for and users are not; {@link CholeskyQr} orthonormalises.
 *
 * <p>Cost, with p directions: O(iterations * (entries * p + columns * p^2)) time, (2 * columns + rows) * p floats. The same matrix, parameters
 * and seed give the same bytes on any number of threads.
 */
public final class RandomizedSvd {
    /** Singular values below this part of the largest are rounding. */
    private static final double NUMERICAL_ZERO = 1e-4;

    private RandomizedSvd() {}

    /**
     * @param progress told how much is done, in [0, 1]
     * @throws IllegalArgumentException if the matrix has no entries
     */
    public static TruncatedSvd of(
            SparseMatrix matrix, SvdParameters parameters, Workers workers, DoubleConsumer progress) {
        if (matrix.entries() == 0) {
            throw new IllegalArgumentException("There is nothing to decompose: the matrix has no entries.");
        }
        int directions = parameters.directions(matrix.rows(), matrix.columns());
        SparseMatrix transposed = matrix.transposed();
        double steps = parameters.iterations() + 1;
        DenseMatrix q = DenseMatrix.gaussian(matrix.columns(), directions, parameters.seed(), workers);
        for (int i = 0; i < parameters.iterations(); i++) {
            q = CholeskyQr.orthonormal(transposed.times(matrix.times(q, workers), workers), workers);
            progress.accept((i + 1) / steps);
        }
        double[] gram = matrix.times(q, workers).gram(workers);
        SymmetricEigen eigen = SymmetricEigen.of(gram, directions);
        int rank = rank(eigen.values(), parameters.rank());
        DenseMatrix vectors = q.times(columns(eigen, directions, rank), workers);
        progress.accept(1);
        return new TruncatedSvd(singularValues(eigen.values(), rank), vectors);
    }

    private static int rank(double[] squares, int wanted) {
        int rank = 0;
        while (rank < Math.min(wanted, squares.length)
                && squares[rank] > NUMERICAL_ZERO * NUMERICAL_ZERO * squares[0]) {
            rank++;
        }
        return rank;
    }

    private static double[] singularValues(double[] squares, int rank) {
        double[] values = new double[rank];
        for (int i = 0; i < rank; i++) {
            values[i] = Math.sqrt(squares[i]);
        }
        return values;
    }

    private static DenseMatrix columns(SymmetricEigen eigen, int length, int count) {
        DenseMatrix columns = new DenseMatrix(length, count);
        for (int j = 0; j < count; j++) {
            double[] vector = eigen.vector(j);
            for (int i = 0; i < length; i++) {
                columns.set(i, j, (float) vector[i]);
            }
        }
        return columns;
    }
}
