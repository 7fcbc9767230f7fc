package dev.clew.core.vectors;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.TopK;
import dev.clew.core.recommend.WorkMeter;
import java.util.function.IntToDoubleFunction;

/**
 * Finds the best candidates for a user vector without multiplying all of every vector, and finds the same ones with the same scores as if it
 * did.
 *
 * <p>Candidates come longest first. Once the longest one left could not reach the worst of the k best so far, nor can any after it. Before
 * that, a candidate is multiplied chunk by chunk in single precision and dropped as soon as what it has, plus the product of the lengths of
 * what is left, plus the largest possible rounding error, falls short. In a truncated SVD the first columns carry most, so most
 * candidates are dropped early. Who is left is scored in double precision, and only that score counts.
 *
 * <p>Source: the length order and the incremental pruning of Teflioudi, Gemulla and Mykytiuk, LEMP: fast retrieval of large entries in a matrix
 * product, SIGMOD 2015, and of Li et al., FEXIPRO, SIGMOD 2017.
 *
 * <p>Cost: O(candidates * dimension) at worst. Work is counted as if each candidate looked at were multiplied in full.
 */
final class VectorSearch {
    /** Multiplications that take as long as looking at one relationship. */
    private static final int MULTIPLICATIONS = 8;

    private static final double HALF_ULP = 0x1p-24;

    private final ItemVectors vectors;
    private final CandidateBounds bounds;
    private final WorkMeter meter;
    private final UserVector user;
    private final double[] userRests;
    private final double rounding;

    VectorSearch(ItemVectors vectors, CandidateBounds bounds, UserVector user, WorkMeter meter) {
        this.vectors = vectors;
        this.bounds = bounds;
        this.user = user;
        this.meter = meter;
        this.userRests = new double[bounds.chunks()];
        for (int chunk = 0; chunk < userRests.length; chunk++) {
            userRests[chunk] = user.rest(bounds.from(chunk));
        }
        this.rounding = rounding(vectors.dimension());
    }

    /**
     * At most the error of a product in single precision, as a part of the product of the lengths: one rounding for the vector, one for
     * each multiplication and addition in the longest chain of them (Higham, Accuracy and Stability of Numerical Algorithms, 3.1), and some
     * to spare.
     */
    private static double rounding(int dimension) {
        return (dimension / 4 + 32) * HALF_ULP * 1.1;
    }

    /** The work of multiplying vectors of this dimension, in relationships looked at. */
    static int work(int dimension) {
        return Math.min(Budget.BATCH, 1 + dimension / MULTIPLICATIONS);
    }

    /**
     * Offers every candidate that may be among the best.
     *
     * @param base what a node's score has besides the product
     * @param mostBase at least the largest of these
     */
    void offerTo(TopK top, IntToDoubleFunction base, double mostBase) {
        int work = work(vectors.dimension());
        for (int rank = 0; rank < vectors.size(); rank++) {
            int row = bounds.row(rank);
            double most = mostBase + reach(row);
            if (most <= 0 || most < top.bar() || !meter.spend(work)) {
                return;
            }
            if (vectors.node(row) != RecommendationGraph.NO_NODE) {
                look(row, base.applyAsDouble(vectors.node(row)), top);
            }
        }
    }

    /** At least what the row's product with the user can be. */
    private double reach(int row) {
        return bounds.length(vectors.candidate(), row) * userRests[0] * (1 + 1e-12);
    }

    private void look(int row, double base, TopK top) {
        double scale = vectors.candidate().scale(row);
        double error = rounding * userRests[0] * bounds.rest(row, 0);
        double bar = top.bar();
        double product = 0;
        for (int chunk = 0; chunk < bounds.chunks(); chunk++) {
            if (base + scale * (product + userRests[chunk] * bounds.rest(row, chunk) + error) < bar) {
                return;
            }
            product += vectors.candidate().roughDot(row, user.rough(), bounds.from(chunk), bounds.to(chunk));
        }
        if (base + scale * (product + error) >= bar) {
            top.offer(vectors.node(row), base + score(row));
        }
    }

    /** The product of the user's vector and the row's, scale included. */
    double score(int row) {
        return vectors.candidate().scale(row) * vectors.candidate().dot(row, user.values());
    }
}
