package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;

/**
 * Both vectors of each item, or a loss's gradient by them: a user is the sum of the history vectors of what they did, and a score is the
 * product of the user and a candidate vector.
 *
 * @param history shape [items, dimension]
 * @param candidate shape [items, dimension]
 */
public record ItemFactors(DenseMatrix history, DenseMatrix candidate) {
    /** All 0. */
    static ItemFactors zeros(int items, int dimension) {
        return new ItemFactors(new DenseMatrix(items, dimension), new DenseMatrix(items, dimension));
    }
}
