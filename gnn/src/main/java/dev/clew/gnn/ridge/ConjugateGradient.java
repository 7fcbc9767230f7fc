package dev.clew.gnn.ridge;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;

/**
 * Solves {@code (A A^T + lambda I) Z = B} for all columns of B at once, each column by its own conjugate gradients, so that A is walked once a step
 * for all of them.
 *
 * <p>Source: Hestenes and Stiefel, Methods of conjugate gradients for solving linear systems, 1952.
 *
 * <p>Cost: 4 * entries * columns operations a step; three matrices of B's shape and one of A's columns. The same bytes on any number of
 * threads.
 */
final class ConjugateGradient {
    private static final int MOST_STEPS = 200;
    /** Largest length of what is left of a column, as a part of the column's. */
    private static final double TOLERANCE = 1e-5;

    private final SparseMatrix matrix;
    private final SparseMatrix transposed;
    private final double lambda;
    private final Workers workers;

    ConjugateGradient(SparseMatrix matrix, double lambda, Workers workers) {
        this.matrix = matrix;
        this.transposed = matrix.transposed();
        this.lambda = lambda;
        this.workers = workers;
    }

    DenseMatrix solve(DenseMatrix right) {
        int n = right.columns();
        DenseMatrix solution = new DenseMatrix(right.rows(), n);
        DenseMatrix residual = copy(right);
        DenseMatrix direction = copy(right);
        double[] squares = products(residual, residual);
        double[] small = squares.clone();
        for (int step = 0; step < MOST_STEPS && anyAbove(squares, small); step++) {
            DenseMatrix image = image(direction);
            double[] curvature = products(direction, image);
            float[] along = new float[n];
            float[] back = new float[n];
            for (int j = 0; j < n; j++) {
                along[j] = curvature[j] == 0 ? 0 : (float) (squares[j] / curvature[j]);
                back[j] = -along[j];
            }
            addScaled(solution, direction, along);
            addScaled(residual, image, back);
            double[] next = products(residual, residual);
            turn(direction, residual, next, squares);
            squares = next;
        }
        return solution;
    }

    private static boolean anyAbove(double[] squares, double[] first) {
        for (int j = 0; j < squares.length; j++) {
            if (squares[j] > TOLERANCE * TOLERANCE * first[j]) {
                return true;
            }
        }
        return false;
    }

    /** (A A^T + lambda I) times the matrix. */
    private DenseMatrix image(DenseMatrix direction) {
        DenseMatrix image = matrix.times(transposed.times(direction, workers), workers);
        float[] added = new float[direction.columns()];
        java.util.Arrays.fill(added, (float) lambda);
        addScaled(image, direction, added);
        return image;
    }

    private static DenseMatrix copy(DenseMatrix matrix) {
        return new DenseMatrix(matrix.rows(), matrix.columns(), matrix.values().clone());
    }

    /** For each column the product of the two columns. */
    private static double[] products(DenseMatrix a, DenseMatrix b) {
        double[] products = new double[a.columns()];
        for (int row = 0; row < a.rows(); row++) {
            for (int j = 0; j < products.length; j++) {
                products[j] += (double) a.get(row, j) * b.get(row, j);
            }
        }
        return products;
    }

    /** Adds to each column of the first so much of the second's. */
    private static void addScaled(DenseMatrix to, DenseMatrix from, float[] multiples) {
        float[] out = to.values();
        float[] in = from.values();
        int n = multiples.length;
        for (int at = 0; at < out.length; at += n) {
            for (int j = 0; j < n; j++) {
                out[at + j] += multiples[j] * in[at + j];
            }
        }
    }

    /** The next direction: what is left, and of the last direction as much as keeps the two independent. */
    private static void turn(DenseMatrix direction, DenseMatrix residual, double[] next, double[] last) {
        float[] out = direction.values();
        float[] in = residual.values();
        int n = next.length;
        float[] kept = new float[n];
        for (int j = 0; j < n; j++) {
            kept[j] = last[j] == 0 ? 0 : (float) (next[j] / last[j]);
        }
        for (int at = 0; at < out.length; at += n) {
            for (int j = 0; j < n; j++) {
                out[at + j] = in[at + j] + kept[j] * out[at + j];
            }
        }
    }
}
