package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;

/** Makes item vectors of learned parameters, linearly: so the gradient by the parameters is the transposed map of that by the vectors. */
public interface ItemTower {
    /** The items' vectors under these parameters, shape [rows, dimension]. */
    ItemFactors forward(DenseMatrix parameters);

    /** The gradient by the parameters from that by the vectors. */
    DenseMatrix backward(ItemFactors gradient);
}
