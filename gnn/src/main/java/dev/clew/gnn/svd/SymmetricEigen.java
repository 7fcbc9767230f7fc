package dev.clew.gnn.svd;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest value first; each vector's largest entry is positive, so that equal matrices
 * give equal vectors.
 */
final class SymmetricEigen {
    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** Descending; not to be changed. */
    double[] values() {
        return values;
    }

    /** The vector of length 1 that belongs to the i-th value; not to be changed. */
    double[] vector(int i) {
        return vectors[i];
    }

    /** @param symmetric shape [n, n]; not modified */
    static SymmetricEigen of(double[] symmetric, int n) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(new DMatrixRMaj(n, n, true, symmetric.clone()))) {
            throw new ArithmeticException("The eigenvalues of a " + n + " x " + n
                    + " matrix were not found. Maybe an interaction's weight is not a finite number.");
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int i = 0; i < n; i++) {
            values[i] = eigen.getEigenvalue(order[i]).getReal();
            vectors[i] = withPositiveLargest(eigen.getEigenVector(order[i]).data.clone());
        }
        return new SymmetricEigen(values, vectors);
    }

    private static double[] withPositiveLargest(double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        for (int i = 0; largest < 0 && i < vector.length; i++) {
            vector[i] = -vector[i];
        }
        return vector;
    }
}
