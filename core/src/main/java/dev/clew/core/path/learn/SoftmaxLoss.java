package dev.clew.core.path.learn;

import java.util.Arrays;

/**
 * How badly weights tell held-out items from the others:
 *
 * <pre>{@code
 * L(w) = - mean over users, mean over their held-out items p: log( e^s(p) / (e^s(p) + sum over others c: n(c) e^s(c)) ) + r/2 |w|^2
 * s(x) = w . features(x)
 * }</pre>
 *
 * where {@code n(c)} is 1 for an item that stands for itself and, for one drawn from the rest of the catalogue, how many it stands for: the sum then estimates that
 * over the whole catalogue without bias. Convex in w.
 *
 * <p>Source: the listwise cross-entropy of Cao et al., Learning to rank: from pairwise approach to listwise approach, ICML 2007, one positive at a
 * time. Cost: O(rows * paths).
 */
final class SoftmaxLoss {
    private final Examples examples;
    private final double regularization;
    private double[] scores = new double[64];

    SoftmaxLoss(Examples examples, double regularization) {
        this.examples = examples;
        this.regularization = regularization;
    }

    /** The loss; its gradient replaces what is in {@code gradient}. */
    double at(double[] weights, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int user = 0; user < examples.users(); user++) {
            loss += ofUser(user, weights, gradient);
        }
        loss /= examples.users();
        for (int path = 0; path < weights.length; path++) {
            gradient[path] = gradient[path] / examples.users() + regularization * weights[path];
            loss += regularization / 2 * weights[path] * weights[path];
        }
        return loss;
    }

    private double ofUser(int user, double[] weights, double[] gradient) {
        int first = examples.firstRow(user);
        int rows = examples.rows(user);
        int positives = examples.positives(user);
        double largest = scoreRows(first, rows, weights);
        double others = 0;
        for (int i = positives; i < rows; i++) {
            scores[i] = examples.weight(user, i) * Math.exp(scores[i] - largest);
            others += scores[i];
        }
        double loss = 0;
        double shareOfOthers = 0;
        for (int i = 0; i < positives; i++) {
            double own = Math.exp(scores[i] - largest);
            double all = own + others;
            // As a difference of logarithms: the quotient is 0 where the item scores far below the best.
            loss += (Math.log(all) - (scores[i] - largest)) / positives;
            examples.addRow(first + i, -others / all / positives, gradient);
            shareOfOthers += 1 / all / positives;
        }
        for (int i = positives; i < rows; i++) {
            examples.addRow(first + i, scores[i] * shareOfOthers, gradient);
        }
        return loss;
    }

    /** Scores the rows and returns the largest score. */
    private double scoreRows(int first, int rows, double[] weights) {
        if (scores.length < rows) {
            scores = new double[rows * 2];
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            scores[i] = examples.score(first + i, weights);
            largest = Math.max(largest, scores[i]);
        }
        return largest;
    }
}
