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
 * that, a candidate's copy in whole numbers is multiplied chunk by chunk and dropped as soon as what it has, plus the product of the lengths
 * of what is left, plus the most that the copies can be off by, falls short; see {@link CandidateBounds}. Who is left is scored in double
 * precision from the vector itself, and only that score counts.
 *
 * <p>Source: the length order and the incremental pruning of Teflioudi, Gemulla and Mykytiuk, LEMP: fast retrieval of large entries in a matrix
 * product, SIGMOD 2015, and the whole numbers of Li et al., FEXIPRO, SIGMOD 2017.
 *
 * <p>Cost: O(candidates * dimension) at worst. Work is counted as if each candidate looked at were multiplied in full.
 */
final class VectorSearch {
    /** Multiplications that take as long as looking at one relationship. */
    private static final int MULTIPLICATIONS = 8;

    private static final double HALF_ULP = 0x1p-24;

    /** Far more than what additions in double precision are off by. */
    private static final double DOUBLE_ROUNDING = 1e-12;

    private final ItemVectors vectors;
    private final CandidateBounds bounds;
    private final WorkMeter meter;
    private final UserVector user;
    private final WholeNumbers whole;
    private final double[] userRests;

    VectorSearch(ItemVectors vectors, CandidateBounds bounds, UserVector user, WorkMeter meter) {
        this.vectors = vectors;
        this.bounds = bounds;
        this.user = user;
        this.meter = meter;
        this.whole = WholeNumbers.of(user.values());
        this.userRests = new double[bounds.chunks()];
        for (int chunk = 0; chunk < userRests.length; chunk++) {
            userRests[chunk] = user.rest(bounds.from(chunk)) * (1 + DOUBLE_ROUNDING);
        }
    }

    /** The work of multiplying vectors of this dimension, in relationships looked at. */
    static int work(int dimension) {
        return Math.min(Budget.BATCH, 1 + dimension / MULTIPLICATIONS);
    }

    /**
     * Offers every candidate that may be among the best. While there is no bar, nothing is ruled out by its score: what the query may not have is left
     * out first then, so that a query for few of the items does not score all others.
     *
     * @param base what a node's score has besides the product
     * @param mostBase at least the largest of these
     */
    void offerTo(TopK top, IntToDoubleFunction base, double mostBase) {
        int work = work(vectors.dimension());
        for (int rank = 0; rank < bounds.size(); rank++) {
            double reach = bounds.length(rank) * userRests[0];
            double bar = top.bar();
            if (mostBase + reach < bar) {
                return;
            }
            int node = vectors.node(bounds.row(rank));
            if (node != RecommendationGraph.NO_NODE) {
                double known = base.applyAsDouble(node);
                if (known + reach >= bar && (!top.hasRoom() || top.isAllowed(node))) {
                    if (!meter.spend(work)) {
                        return;
                    }
                    look(rank, known, bar, top);
                }
            }
        }
    }

    private void look(int rank, double base, double bar, TopK top) {
        int row = bounds.row(rank);
        double scale = vectors.candidate().scale(row);
        double step = whole.step() * bounds.step(rank);
        double error = error(rank);
        long product = 0;
        for (int chunk = 0; chunk < bounds.chunks(); chunk++) {
            double most = step * product + userRests[chunk] * bounds.rest(rank, chunk) + error;
            if (base + scale * most < bar) {
                return;
            }
            product += bounds.dot(rank, whole.values(), chunk);
        }
        if (base + scale * (step * product + error) >= bar && top.isAllowed(vectors.node(row))) {
            top.offer(vectors.node(row), base + score(row));
        }
    }

    /** At most the error of a product of the two copies: {@code |u| |e_v| + |e_u| (|v| + |e_v|)}. */
    private double error(int rank) {
        double length = bounds.rest(rank, 0);
        return userRests[0] * (bounds.error(rank) + DOUBLE_ROUNDING * length)
                + whole.error() * (length + bounds.error(rank));
    }

    /**
     * Offers what {@link #offerTo} does, having multiplied all of every vector in single precision: to measure and to check that by.
     *
     * @param base what a node's score has besides the product
     */
    void offerAllTo(TopK top, IntToDoubleFunction base) {
        Factor candidate = vectors.candidate();
        double error = rounding(vectors.dimension()) * userRests[0] * bounds.longest();
        for (int row = 0; row < vectors.size(); row++) {
            int node = vectors.node(row);
            if (node != RecommendationGraph.NO_NODE) {
                if (!meter.spend(work(vectors.dimension()))) {
                    return;
                }
                double product = candidate.roughDot(row, user.rough(), 0, vectors.dimension());
                double known = base.applyAsDouble(node);
                if (known + candidate.scale(row) * (product + error) >= top.bar()) {
                    top.offer(node, known + score(row));
                }
            }
        }
    }

    /**
     * At most the error of a product in single precision, as a part of the product of the lengths: one rounding for the vector, one for
     * each multiplication and addition in the longest chain of them (Higham, Accuracy and Stability of Numerical Algorithms, 3.1), and some
     * to spare.
     */
    private static double rounding(int dimension) {
        return (dimension / 4 + 32) * HALF_ULP * 1.1;
    }

    /** The product of the user's vector and the row's, scale included. */
    private double score(int row) {
        return vectors.candidate().scale(row) * vectors.candidate().dot(row, user.values());
    }
}
