package dev.clew.gnn.twotower;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.training.ItemFactors;
import dev.clew.gnn.training.ItemTower;

/**
 * The item tower: an item's vector is one of its own and those of what it is, {@code V = E + X T} = [I X] times the parameters, which are E
 * above T. Both sides of an item are this vector, so that the user tower is the mean of the item tower over what the user did.
 *
 * <p>Cost: O((items + attributes of items) * dimension) there, and as much back.
 */
final class ItemFeatures implements ItemTower {
    private final SparseMatrix features;
    private final SparseMatrix back;
    private final Workers workers;

    /** @param attributes X, shape [items, attribute columns] */
    ItemFeatures(SparseMatrix attributes, Workers workers) {
        this.features = beside(attributes);
        this.back = features.transposed();
        this.workers = workers;
    }

    /** [I X]. */
    private static SparseMatrix beside(SparseMatrix attributes) {
        SparseRows rows = new SparseRows(attributes.rows() + attributes.columns());
        for (int item = 0; item < attributes.rows(); item++) {
            rows.add(item, 1);
            for (int entry = attributes.start(item); entry < attributes.end(item); entry++) {
                rows.add(attributes.rows() + attributes.column(entry), attributes.value(entry));
            }
            rows.endRow();
        }
        return rows.build();
    }

    /** Rows of the parameters: items, then attribute columns. */
    int rows() {
        return features.columns();
    }

    @Override
    public ItemFactors forward(DenseMatrix parameters) {
        DenseMatrix vectors = features.times(parameters, workers);
        return new ItemFactors(vectors, vectors);
    }

    @Override
    public DenseMatrix backward(ItemFactors gradient) {
        DenseMatrix both = gradient.history();
        both.add(gradient.candidate(), 1);
        return back.times(both, workers);
    }
}
