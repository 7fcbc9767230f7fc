package dev.clew.gnn.ease;

import dev.clew.core.vectors.ItemRows;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SymmetricInverse;
import dev.clew.gnn.matrix.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learns the item-item weights B that rebuild what users did from what else they did, no item from itself:
 *
 * <pre>{@code
 * minimise |R - R B|^2 + regularisation * |B|^2 with diag(B) = 0
 * P = (R^T R + regularisation * I)^-1,  B_ht = -P_ht / P_tt
 * }</pre>
 *
 * and keeps the entries of largest magnitude for each item acted on.
 *
 * <p>Source: Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019, equation 8.
 *
 * <p>Cost: 2 items^3 operations, items^2 floats.
 */
final class Ease {
    private final EaseParameters parameters;
    private final Workers workers;

    Ease(EaseParameters parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    ItemRows learn(InteractionMatrix interactions) {
        DenseMatrix weights = gram(interactions.matrix());
        int n = weights.rows();
        for (int i = 0; i < n; i++) {
            weights.set(i, i, weights.get(i, i) + (float) parameters.regularisation());
        }
        SymmetricInverse.invert(weights, workers);
        float[] diagonal = new float[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = weights.get(i, i);
        }
        workers.run(n, row -> toWeights(weights, row, diagonal));
        return distilled(weights, interactions.items().nodes());
    }

    /** R^T R: how much users did to both of two items. */
    private DenseMatrix gram(SparseMatrix interactions) {
        SparseMatrix byItem = interactions.transposed();
        DenseMatrix gram = new DenseMatrix(byItem.rows(), byItem.rows());
        workers.run(byItem.rows(), item -> {
            for (int entry = byItem.start(item); entry < byItem.end(item); entry++) {
                addUser(interactions, byItem.column(entry), byItem.value(entry), item, gram);
            }
        });
        return gram;
    }

    private static void addUser(SparseMatrix interactions, int user, float weight, int item, DenseMatrix gram) {
        for (int entry = interactions.start(user); entry < interactions.end(user); entry++) {
            int other = interactions.column(entry);
            gram.set(item, other, gram.get(item, other) + weight * interactions.value(entry));
        }
    }

    private static void toWeights(DenseMatrix inverse, int row, float[] diagonal) {
        for (int column = 0; column < diagonal.length; column++) {
            inverse.set(row, column, row == column ? 0 : -inverse.get(row, column) / diagonal[column]);
        }
    }

    private ItemRows distilled(DenseMatrix weights, int[] nodes) {
        int n = weights.rows();
        int[][] kept = new int[n][];
        workers.run(n, row -> kept[row] = largest(weights, row));
        int[] starts = new int[n + 1];
        for (int row = 0; row < n; row++) {
            starts[row + 1] = starts[row] + kept[row].length;
        }
        int[] candidates = new int[starts[n]];
        float[] values = new float[starts[n]];
        for (int row = 0; row < n; row++) {
            for (int i = 0; i < kept[row].length; i++) {
                candidates[starts[row] + i] = nodes[kept[row][i]];
                values[starts[row] + i] = weights.get(row, kept[row][i]);
            }
        }
        return new ItemRows(nodes, starts, candidates, values);
    }

    /** The columns of the row's largest magnitudes, ascending; of equal ones the first. */
    private int[] largest(DenseMatrix weights, int row) {
        int n = weights.columns();
        float[] sorted = new float[n];
        for (int column = 0; column < n; column++) {
            sorted[column] = Math.abs(weights.get(row, column));
        }
        Arrays.sort(sorted);
        int size = Math.min(parameters.rowSize(), n);
        float least = sorted[n - size];
        int above = n - upperBound(sorted, least);
        int[] equal = IntStream.range(0, n)
                .filter(column -> least > 0 && Math.abs(weights.get(row, column)) == least)
                .limit(size - above)
                .toArray();
        return IntStream.range(0, n)
                .filter(column -> Math.abs(weights.get(row, column)) > least || Arrays.binarySearch(equal, column) >= 0)
                .toArray();
    }

    private static int upperBound(float[] sorted, float value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
