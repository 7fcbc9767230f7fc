package dev.clew.gnn.lightgcn;

import dev.clew.gnn.lightgcn.LightGcnParameters.Combination;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.training.ItemFactors;
import dev.clew.gnn.training.ItemTower;

/**
 * Light graph convolution, seen from the items: only they have embeddings E, and a user is what came to them from the items.
 *
 * <pre>{@code
 * S = A^T A,  A = D_u^-1/2 R D_i^-1/2
 * last:  candidate = S^c E                   history = D_i^-1/2 S^h E
 * sum:   candidate = E + S E + ... + S^c E   history = D_i^-1/2 (E + S E + ... + S^h E)
 * c = L / 2, h = (L - 1) / 2, rounded down: an item's layers are even, and a user's, one step from the history, are odd
 * }</pre>
 *
 * S is symmetric, so the gradient goes the same way.
 *
 * <p>Source: He et al., LightGCN, SIGIR 2020, matrix form. Differs: users have no embedding of their own, so a new user is folded in exactly as known
 * ones are learned; layers are summed, which differs from their mean by a factor. The last layer alone is the paper's LightGCN-single.
 *
 * <p>Cost: O(layers * interactions * dimension) there, and as much back.
 */
final class LightGraphConvolution implements ItemTower {
    private final SparseMatrix there;
    private final SparseMatrix back;
    private final double[] historyFactors;
    private final int layers;
    private final Combination combination;
    private final Workers workers;

    /**
     * @param normalised A, shape [users, items]
     * @param historyFactors D_i^-1/2
     */
    LightGraphConvolution(
            SparseMatrix normalised, double[] historyFactors, int layers, Combination combination, Workers workers) {
        this.there = normalised;
        this.back = normalised.transposed();
        this.historyFactors = historyFactors;
        this.layers = layers;
        this.combination = combination;
        this.workers = workers;
    }

    @Override
    public ItemFactors forward(DenseMatrix embeddings) {
        DenseMatrix history = convolved(embeddings);
        return new ItemFactors(scaled(history), layers % 2 == 0 ? next(history, embeddings) : history);
    }

    @Override
    public DenseMatrix backward(ItemFactors gradient) {
        DenseMatrix history = scaled(gradient.history());
        if (layers % 2 == 1) {
            history.add(gradient.candidate(), 1);
            return convolved(history);
        }
        history.add(step(gradient.candidate()), 1);
        DenseMatrix sum = convolved(history);
        if (combination == Combination.SUM) {
            sum.add(gradient.candidate(), 1);
        }
        return sum;
    }

    /** What users gather: layer L - 1 or the one before, whichever is even, with those below it or not. */
    private DenseMatrix convolved(DenseMatrix x) {
        DenseMatrix layer = new DenseMatrix(x.rows(), x.columns(), x.values().clone());
        for (int i = 0; i < (layers - 1) / 2; i++) {
            layer = next(layer, x);
        }
        return layer;
    }

    private DenseMatrix next(DenseMatrix layer, DenseMatrix x) {
        DenseMatrix next = step(layer);
        if (combination == Combination.SUM) {
            next.add(x, 1);
        }
        return next;
    }

    /** S X. */
    private DenseMatrix step(DenseMatrix x) {
        return back.times(there.times(x, workers), workers);
    }

    private DenseMatrix scaled(DenseMatrix x) {
        DenseMatrix product = new DenseMatrix(x.rows(), x.columns());
        for (int row = 0; row < x.rows(); row++) {
            product.addRow(row, x, row, (float) historyFactors[row]);
        }
        return product;
    }
}
