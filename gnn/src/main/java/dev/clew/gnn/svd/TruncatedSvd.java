package dev.clew.gnn.svd;

import dev.clew.gnn.matrix.DenseMatrix;

/** The largest singular values of a matrix and their right singular vectors. Immutable but for the vectors' own array. */
public final class TruncatedSvd {
    private final double[] singularValues;
    private final DenseMatrix rightVectors;

    TruncatedSvd(double[] singularValues, DenseMatrix rightVectors) {
        this.singularValues = singularValues;
        this.rightVectors = rightVectors;
    }

    /** How many there are. */
    public int rank() {
        return singularValues.length;
    }

    /** All above 0, the largest at 0. */
    public double singularValue(int i) {
        return singularValues[i];
    }

    /** Shape [matrix columns, rank]: orthonormal columns in the order of the values. */
    public DenseMatrix rightVectors() {
        return rightVectors;
    }
}
