package dev.clew.gnn.svd;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.Workers;

/**
 * Makes columns orthonormal: with {@code Y^T Y = R^T R} by Cholesky, {@code Q = Y R^-1}. All the work is two products, which is what makes it
 * fast; it loses digits as the square of the columns' condition, which is harmless between the steps of an iteration that draws them apart
 * again. A column that depends on those before it, to what single precision can tell, becomes 0 instead of noise.
 *
 * <p>Source: Fukaya et al., CholeskyQR2, ScalA 2014, first half.
 */
final class CholeskyQr {
    /** What is left of a column's square after those before it: below this, nothing but rounding. */
    private static final double DEPENDENT = 1e-6;

    private CholeskyQr() {}

    static DenseMatrix orthonormal(DenseMatrix columns, Workers workers) {
        int n = columns.columns();
        double[] upper = upperFactor(columns.gram(workers), n);
        return columns.timesUpperTriangle(inverse(upper, n), workers);
    }

    /** R of {@code gram = R^T R}, a row of zeros for each dependent column. Cost: n^3 / 3. */
    private static double[] upperFactor(double[] gram, int n) {
        double[] upper = new double[n * n];
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(gram, i * n, row, 0, n);
            for (int k = 0; k < i; k++) {
                double factor = upper[k * n + i];
                for (int j = i; factor != 0 && j < n; j++) {
                    row[j] -= factor * upper[k * n + j];
                }
            }
            if (row[i] > DEPENDENT * gram[i * n + i]) {
                double root = Math.sqrt(row[i]);
                for (int j = i; j < n; j++) {
                    upper[i * n + j] = row[j] / root;
                }
            }
        }
        return upper;
    }

    /** R^-1, a column of zeros for each dependent column. Cost: n^3 / 3. */
    private static DenseMatrix inverse(double[] upper, int n) {
        double[] inverse = new double[n * n];
        for (int i = n - 1; i >= 0; i--) {
            double diagonal = upper[i * n + i];
            if (diagonal == 0) {
                continue;
            }
            inverse[i * n + i] = 1 / diagonal;
            for (int k = i + 1; k < n; k++) {
                double factor = upper[i * n + k] / diagonal;
                for (int j = k; factor != 0 && j < n; j++) {
                    inverse[i * n + j] -= factor * inverse[k * n + j];
                }
            }
        }
        DenseMatrix rounded = new DenseMatrix(n, n);
        for (int i = 0; i < inverse.length; i++) {
            rounded.values()[i] = (float) inverse[i];
        }
        return rounded;
    }
}
