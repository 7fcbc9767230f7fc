package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;

/**
 * Some users and everything they did, scored by the items' present vectors, and the gradient of the loss that comes together.
 *
 * <p>What is scored is what will be asked: a user who did not yet act on the item. So an item's own share in the user is left out of its
 * score, {@code s(u, i) = (u - n(u, i) * history(i)) . candidate(i)}; else the model would learn that users like what they did.
 */
final class Batch {
    private final SparseMatrix actions;
    private final SparseMatrix actionsByItem;
    private final ItemFactors items;
    private final Workers workers;
    private final DenseMatrix users;
    private final DenseMatrix userGradient;
    private final ItemFactors gradient;

    /**
     * @param actions shape [users of the batch, items]: the weight of each action in the user's vector
     */
    Batch(SparseMatrix actions, ItemFactors items, Workers workers) {
        this.actions = actions;
        this.actionsByItem = actions.transposed();
        this.items = items;
        this.workers = workers;
        this.users = actions.times(items.history(), workers);
        this.userGradient = new DenseMatrix(users.rows(), users.columns());
        this.gradient = ItemFactors.zeros(items.history().rows(), users.columns());
    }

    SparseMatrix actions() {
        return actions;
    }

    /** Shape [users of the batch, dimension]. */
    DenseMatrix users() {
        return users;
    }

    DenseMatrix candidates() {
        return items.candidate();
    }

    Workers workers() {
        return workers;
    }

    /** The score of an item that the user acted on, without this action. */
    float scoreOfOwn(int user, int entry) {
        int item = actions.column(entry);
        float product = users.rowProduct(user, items.candidate(), item);
        return product - actions.value(entry) * items.history().rowProduct(item, items.candidate(), item);
    }

    /** Adds the gradient by the scores of the users' own items, one value for each entry of the actions. */
    void addOwn(float[] byScore) {
        SparseMatrix own = actions.withValues(byScore);
        addScores(own);
        double[] shares = new double[actions.columns()];
        for (int entry = 0; entry < byScore.length; entry++) {
            shares[actions.column(entry)] += byScore[entry] * actions.value(entry);
        }
        for (int item = 0; item < shares.length; item++) {
            if (shares[item] != 0) {
                gradient.candidate().addRow(item, items.history(), item, (float) -shares[item]);
                gradient.history().addRow(item, items.candidate(), item, (float) -shares[item]);
            }
        }
    }

    /** Adds the gradient by scores of any items, shape [users of the batch, items]. */
    void addScores(SparseMatrix byScore) {
        userGradient.add(byScore.times(items.candidate(), workers), 1);
        gradient.candidate().add(byScore.transposed().times(users, workers), 1);
    }

    /**
     * Adds the gradient by scores of some items, the same for all users.
     *
     * @param byScore shape [users of the batch, chosen items]
     */
    void addScores(int[] chosen, DenseMatrix vectors, DenseMatrix byScore) {
        userGradient.add(byScore.times(vectors, workers), 1);
        DenseMatrix byVector = byScore.transposed(workers).times(users, workers);
        for (int i = 0; i < chosen.length; i++) {
            gradient.candidate().addRow(chosen[i], byVector, i, 1);
        }
    }

    /** The gradient by the items' vectors, all that was added handed on from the users. */
    ItemFactors gradient() {
        gradient.history().add(actionsByItem.times(userGradient, workers), 1);
        return gradient;
    }
}
