package dev.clew.gnn.matrix;

/**
 * Inverts a symmetric positive definite matrix in its own memory, by Gauss and Jordan on blocks: a block of rows is made to start with the
 * identity, then taken from all other rows. Pivots need no search, since the matrix is positive definite.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 3.2 and 4.2. Cost: 2 n^3 operations, all but a few in products of blocks.
 */
public final class SymmetricInverse {
    private static final int BLOCK = 32;

    private final DenseMatrix matrix;
    private final int n;
    private final Workers workers;

    private SymmetricInverse(DenseMatrix matrix, Workers workers) {
        this.matrix = matrix;
        this.n = matrix.rows();
        this.workers = workers;
    }

    /**
     * Replaces the matrix by its inverse.
     *
     * @throws IllegalArgumentException if it is not square
     * @throws ArithmeticException if it is not positive definite
     */
    public static void invert(DenseMatrix matrix, Workers workers) {
        if (matrix.rows() != matrix.columns()) {
            throw new IllegalArgumentException(
                    "A " + matrix.rows() + " x " + matrix.columns() + " matrix has no inverse.");
        }
        SymmetricInverse inverse = new SymmetricInverse(matrix, workers);
        for (int first = 0; first < matrix.rows(); first += BLOCK) {
            inverse.eliminate(first, Math.min(BLOCK, matrix.rows() - first));
        }
    }

    private void eliminate(int first, int height) {
        float[] pivot = invertedPivot(first, height);
        float[] panel = panel(first, height, pivot);
        workers.run((n + BLOCK - 1) / BLOCK, task -> {
            if (task * BLOCK != first) {
                subtract(task * BLOCK, Math.min(BLOCK, n - task * BLOCK), first, height, panel);
            }
        });
        System.arraycopy(panel, 0, matrix.values(), first * n, height * n);
    }

    /** The inverse of the block on the diagonal, in double precision on the way. */
    private float[] invertedPivot(int first, int height) {
        double[][] work = new double[height][height];
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < height; j++) {
                work[i][j] = matrix.get(first + i, first + j);
            }
        }
        for (int k = 0; k < height; k++) {
            invertStep(work, k, first);
        }
        float[] inverse = new float[height * height];
        for (int i = 0; i < height * height; i++) {
            inverse[i] = (float) work[i / height][i % height];
        }
        return inverse;
    }

    private static void invertStep(double[][] work, int k, int first) {
        double pivot = work[k][k];
        if (!(pivot > 0)) {
            throw new ArithmeticException("The matrix is not positive definite: pivot " + (first + k) + " is " + pivot
                    + ". A larger regularisation makes it so.");
        }
        work[k][k] = 1;
        for (int j = 0; j < work.length; j++) {
            work[k][j] /= pivot;
        }
        for (int i = 0; i < work.length; i++) {
            double factor = work[i][k];
            if (i != k) {
                work[i][k] = 0;
                for (int j = 0; j < work.length; j++) {
                    work[i][j] -= factor * work[k][j];
                }
            }
        }
    }

    /** The block of rows times the pivot's inverse, which also takes the place of the pivot. */
    private float[] panel(int first, int height, float[] pivot) {
        float[] panel = new float[height * n];
        float[] values = matrix.values();
        for (int i = 0; i < height; i++) {
            for (int k = 0; k < height; k++) {
                Kernels.addOne(panel, i * n, values, (first + k) * n, n, pivot[i * height + k]);
            }
        }
        for (int i = 0; i < height; i++) {
            System.arraycopy(pivot, i * height, panel, i * n + first, height);
        }
        return panel;
    }

    /** Takes the panel from rows [from, from + rows), so often that their part under the pivot becomes that of the inverse. */
    private void subtract(int from, int rows, int first, int height, float[] panel) {
        float[] values = matrix.values();
        float[] factors = new float[rows * height];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < height; k++) {
                factors[i * height + k] = -values[(from + i) * n + first + k];
                values[(from + i) * n + first + k] = 0;
            }
        }
        int i = 0;
        for (; i + 3 < rows; i += 4) {
            int k = 0;
            for (; k + 3 < height; k += 4) {
                Kernels.fourByFour(values, (from + i) * n, n, panel, k * n, n, n, factors, i * height + k, height, 1);
            }
            subtractRows(from, i, i + 4, k, height, panel, factors);
        }
        subtractRows(from, i, rows, 0, height, panel, factors);
    }

    private void subtractRows(int from, int i0, int i1, int k0, int height, float[] panel, float[] factors) {
        for (int i = i0; i < i1; i++) {
            for (int k = k0; k < height; k++) {
                Kernels.addOne(matrix.values(), (from + i) * n, panel, k * n, n, factors[i * height + k]);
            }
        }
    }
}
