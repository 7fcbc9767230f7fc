package dev.clew.gnn.encoder;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;

/**
 * The loss of vectors of items nobody acted on:
 *
 * <pre>{@code
 * L = - mean over users u, mean over liked i: log( e^(t u.v(i)) / sum over all these items j: e^(t u.v(j)) )  +  regressionWeight * |v - own|^2 / |own|^2
 * }</pre>
 *
 * @param temperature t
 * @param regressionWeight at least 0
 */
record ColdLoss(double temperature, double regressionWeight) {

    /**
     * The gradient by the items' vectors.
     *
     * @param users shape [users, dimension]
     * @param likes shape [users, items]; each user likes one at least
     * @param own what the regression aims at, as {@code vectors} shape [items, dimension]
     */
    DenseMatrix gradient(DenseMatrix vectors, DenseMatrix users, SparseMatrix likes, DenseMatrix own, Workers workers) {
        DenseMatrix scores = users.times(vectors.transposed(workers), workers);
        for (int user = 0; user < scores.rows(); user++) {
            turn(scores, user, likes);
        }
        DenseMatrix gradient = scores.transposed(workers).times(users, workers);
        double squares = 0;
        for (float value : own.values()) {
            squares += (double) value * value;
        }
        gradient.add(vectors, (float) (2 * regressionWeight / squares));
        gradient.add(own, (float) (-2 * regressionWeight / squares));
        return gradient;
    }

    /** Replaces a user's scores by the slopes of the loss. */
    private void turn(DenseMatrix scores, int user, SparseMatrix likes) {
        double most = Double.NEGATIVE_INFINITY;
        for (int item = 0; item < scores.columns(); item++) {
            most = Math.max(most, scores.get(user, item));
        }
        double sum = 0;
        for (int item = 0; item < scores.columns(); item++) {
            sum += Math.exp(temperature * (scores.get(user, item) - most));
        }
        double each = temperature / scores.rows();
        for (int item = 0; item < scores.columns(); item++) {
            double chance = Math.exp(temperature * (scores.get(user, item) - most)) / sum;
            scores.set(user, item, (float) (each * chance));
        }
        int liked = likes.end(user) - likes.start(user);
        for (int entry = likes.start(user); entry < likes.end(user); entry++) {
            int item = likes.column(entry);
            scores.set(user, item, (float) (scores.get(user, item) - each / liked));
        }
    }
}
