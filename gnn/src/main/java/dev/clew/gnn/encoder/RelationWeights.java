package dev.clew.gnn.encoder;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.Workers;

/** What was learned at some moment: a weight for each type of relationship, and how vectors are mixed. */
final class RelationWeights {
    private final float[] weights;
    private final DenseMatrix mix;

    RelationWeights(float[] weights, DenseMatrix mix) {
        this.weights = weights;
        this.mix = mix;
    }

    /** The table that does the same as weighing, summing and mixing. */
    DenseMatrix folded(DenseMatrix table, int[] typeOfColumn, Workers workers) {
        DenseMatrix weighed = new DenseMatrix(table.rows(), table.columns());
        for (int column = 0; column < table.rows(); column++) {
            weighed.addRow(column, table, column, weights[typeOfColumn[column]]);
        }
        return weighed.times(mix, workers);
    }
}
