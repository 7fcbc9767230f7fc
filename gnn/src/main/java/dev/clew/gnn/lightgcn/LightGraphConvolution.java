package dev.clew.gnn.lightgcn;

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
 * candidate = E + S E + S^2 E + ...   even layers up to L
 * history = D_i^-1/2 (E + S E + ...)  even layers up to L - 1: what one more step brings to a user of degree 1
 * }</pre>
 *
 * S is symmetric, so the gradient goes the same way.
 *
 * <p>Source: He et al., LightGCN, SIGIR 2020, matrix form. Differs: users have no embedding of their own, so a new user is folded in exactly as known
 * ones are learned; layers are summed, which differs from their mean by a factor.
 *
 * <p>Cost: O(layers * interactions * dimension) there, and as much back.
 */
final class LightGraphConvolution implements ItemTower {
    private final SparseMatrix there;
    private final SparseMatrix back;
    private final double[] historyFactors;
    private final int layers;
    private final Workers workers;

    /**
     * @param normalised A, shape [users, items]
     * @param historyFactors D_i^-1/2
     */
    LightGraphConvolution(SparseMatrix normalised, double[] historyFactors, int layers, Workers workers) {
        this.there = normalised;
        this.back = normalised.transposed();
        this.historyFactors = historyFactors;
        this.layers = layers;
        this.workers = workers;
    }

    @Override
    public ItemFactors forward(DenseMatrix embeddings) {
        DenseMatrix candidate = propagated(embeddings, layers / 2);
        DenseMatrix history = layers % 2 == 0 ? propagated(embeddings, layers / 2 - 1) : candidate;
        return new ItemFactors(scaled(history), candidate);
    }

    @Override
    public DenseMatrix backward(ItemFactors gradient) {
        DenseMatrix history = scaled(gradient.history());
        if (layers % 2 == 1) {
            history.add(gradient.candidate(), 1);
            return propagated(history, layers / 2);
        }
        DenseMatrix sum = propagated(gradient.candidate(), layers / 2);
        sum.add(propagated(history, layers / 2 - 1), 1);
        return sum;
    }

    /** X + S X + ... + S^steps X. */
    private DenseMatrix propagated(DenseMatrix x, int steps) {
        DenseMatrix sum = new DenseMatrix(x.rows(), x.columns(), x.values().clone());
        DenseMatrix layer = x;
        for (int step = 0; step < steps; step++) {
            layer = back.times(there.times(layer, workers), workers);
            sum.add(layer, 1);
        }
        return sum;
    }

    private DenseMatrix scaled(DenseMatrix x) {
        DenseMatrix product = new DenseMatrix(x.rows(), x.columns());
        for (int row = 0; row < x.rows(); row++) {
            product.addRow(row, x, row, (float) historyFactors[row]);
        }
        return product;
    }
}
