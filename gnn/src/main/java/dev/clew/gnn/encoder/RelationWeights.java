package dev.clew.gnn.encoder;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.Workers;
import java.util.Arrays;

/** What was learned at some moment: a weight for each type of relationship, and how vectors are mixed. */
final class RelationWeights {
    private final float[] weights;
    private final DenseMatrix mix;

    RelationWeights(float[] weights, DenseMatrix mix) {
        this.weights = weights;
        this.mix = mix;
    }

    /** Those that {@link #values} told. */
    static RelationWeights of(float[] values, int dimension) {
        int types = values.length - dimension * dimension;
        return new RelationWeights(
                Arrays.copyOf(values, types),
                new DenseMatrix(dimension, dimension, Arrays.copyOfRange(values, types, values.length)));
    }

    /** The weights, then the mix row by row. */
    float[] values() {
        float[] values = Arrays.copyOf(weights, weights.length + mix.values().length);
        System.arraycopy(mix.values(), 0, values, weights.length, mix.values().length);
        return values;
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
