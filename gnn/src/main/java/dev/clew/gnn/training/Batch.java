package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some users and everything they did, scored by the items' present vectors, and the gradient of the loss that comes together.
 *
 * <p>What is scored is what will be asked: a user who did not yet act on the item. So an item's own share in the user is left out of its
 * score, {@code s(u, i) = (u - n(u, i) * history(i)) . candidate(i)}; else the model would learn that users like what they did. With cosines this is
 * divided by the length of the whole user and of the candidate.
 */
final class Batch {
    private final SparseMatrix actions;
    private final DenseMatrix history;
    private final RowsOfLength candidates;
    private final Workers workers;
    private final RowsOfLength users;
    private final DenseMatrix userGradient;
    /** What scores of own items lose with the user's length, by own shares. */
    private final double[] ownRadial;

    private final ItemFactors gradient;
    /** The sum over users of their actions' count^1/2. */
    private final double roots;

    /**
     * @param actions shape [users of the batch, items]: the weight of each action in the user's vector
     */
    Batch(SparseMatrix actions, ItemFactors items, Similarity similarity, Workers workers) {
        this.history = items.history();
        this.candidates = similarity.candidates(items.candidate());
        this.workers = workers;
        this.users = similarity.users(actions.times(history, workers));
        this.actions = actions.scaled(users.factors(), ones(actions.columns()));
        this.userGradient = new DenseMatrix(actions.rows(), history.columns());
        this.ownRadial = new double[actions.rows()];
        this.roots = IntStream.range(0, actions.rows())
                .mapToDouble(user -> Math.sqrt(actions.end(user) - actions.start(user)))
                .sum();
        this.gradient = ItemFactors.zeros(history.rows(), history.columns());
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    SparseMatrix actions() {
        return actions;
    }

    /** Shape [users of the batch, dimension]. */
    DenseMatrix users() {
        return users.rows();
    }

    DenseMatrix candidates() {
        return candidates.rows();
    }

    Workers workers() {
        return workers;
    }

    /**
     * What each action of a user counts in the loss, count^-1/2 but for a factor that makes the sum over all actions 1: so who did much
     * counts more than who did little, but not by as much.
     */
    double weight(int user) {
        return 1 / Math.sqrt(actions.end(user) - actions.start(user)) / roots;
    }

    /** The score of an item that the user acted on, without this action. */
    float scoreOfOwn(int user, int entry) {
        int item = actions.column(entry);
        float product = users().rowProduct(user, candidates(), item);
        return product - actions.value(entry) * history.rowProduct(item, candidates(), item);
    }

    /** Adds the gradient by the scores of the users' own items, one value for each entry of the actions. */
    void addOwn(float[] byScore) {
        addScores(actions.withValues(byScore));
        double[] shares = new double[actions.columns()];
        for (int user = 0; user < actions.rows(); user++) {
            for (int entry = actions.start(user); entry < actions.end(user); entry++) {
                int item = actions.column(entry);
                double share = byScore[entry] * actions.value(entry);
                shares[item] += share;
                ownRadial[user] += share * history.rowProduct(item, candidates(), item);
            }
        }
        for (int item = 0; item < shares.length; item++) {
            if (shares[item] != 0) {
                gradient.candidate().addRow(item, history, item, (float) -shares[item]);
                gradient.history().addRow(item, candidates(), item, (float) -shares[item]);
            }
        }
    }

    /** Adds the gradient by scores of any items, shape [users of the batch, items]. */
    void addScores(SparseMatrix byScore) {
        userGradient.add(byScore.times(candidates(), workers), 1);
        gradient.candidate().add(byScore.transposed().times(users(), workers), 1);
    }

    /**
     * Adds the gradient by scores of some items, the same for all users.
     *
     * @param byScore shape [users of the batch, chosen items]
     */
    void addScores(int[] chosen, DenseMatrix vectors, DenseMatrix byScore) {
        userGradient.add(byScore.times(vectors, workers), 1);
        DenseMatrix byVector = byScore.transposed(workers).times(users(), workers);
        for (int i = 0; i < chosen.length; i++) {
            gradient.candidate().addRow(chosen[i], byVector, i, 1);
        }
    }

    /** The gradient by the items' vectors, all that was added handed on from the users. */
    ItemFactors gradient() {
        users.flatten(userGradient);
        for (int user = 0; user < ownRadial.length; user++) {
            userGradient.addRow(user, users(), user, (float) (users.radial(user) * ownRadial[user]));
        }
        gradient.history().add(actions.transposed().times(userGradient, workers), 1);
        return new ItemFactors(gradient.history(), candidates.back(gradient.candidate()));
    }
}
