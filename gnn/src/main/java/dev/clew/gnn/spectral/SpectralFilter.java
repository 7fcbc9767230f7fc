package dev.clew.gnn.spectral;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.vectors.AttributeSpace;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.gnn.interactions.AttributeMatrix;
import dev.clew.gnn.interactions.Catalogue;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.svd.RandomizedSvd;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Learns item vectors by an ideal low-pass filter: of all signals on the items, the smoothest over the graph of interactions pass and the others
 * do not.
 *
 * <pre>{@code
 * M = D_u^-userExponent . R . D_i^-itemExponent = U S V^T, truncated to the dimension
 * history(h) = D_h^-historyExponent * V_h        candidate(t) = D_t^candidateExponent * V_t
 * }</pre>
 *
 * R holds the positive interactions, D its weighted degrees. V are the eigenvectors of {@code M^T M}, whose graph Laplacian is {@code I - M^T M}:
 * large singular values are smooth signals. With an attribute weight, the columns of {@link AttributeMatrix}, divided by the roots of their
 * sums, are further rows of M, and items without interactions get vectors from their attributes; their degree counts as 1.
 *
 * <p>Source: Shen et al., How powerful is graph convolution for recommendation?, CIKM 2021 (GF-CF), whose exponents are all 1/2. A linear
 * graph convolution (He et al., LightGCN, SIGIR 2020) of ever more layers tends to this filter.
 *
 * <p>Cost: that of {@link RandomizedSvd} on users by items.
 */
final class SpectralFilter {
    private final SpectralParameters parameters;
    private final Workers workers;

    SpectralFilter(SpectralParameters parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /** @throws IllegalArgumentException if nobody interacted with anything */
    ItemVectors learn(RecommendationGraph graph, long seed, DoubleConsumer progress) {
        InteractionMatrix interactions = InteractionMatrix.of(graph, parameters.typeWeights());
        SparseMatrix matrix = interactions.matrix();
        if (matrix.entries() == 0) {
            throw new IllegalArgumentException("Vectors cannot be learned: the graph has no positive interaction.");
        }
        double[] itemDegrees = matrix.columnSums();
        SparseMatrix normalised = matrix.scaled(
                powers(matrix.rowSums(), -parameters.userExponent()), powers(itemDegrees, -parameters.itemExponent()));
        SparseMatrix augmented = augmented(normalised, graph, interactions.items());
        DenseMatrix vectors = RandomizedSvd.of(
                        augmented, parameters.svd(matrix.rows(), matrix.columns(), seed), workers, progress)
                .rightVectors();
        return vectors(interactions.items(), itemDegrees, vectors);
    }

    private ItemVectors vectors(Catalogue items, double[] degrees, DenseMatrix vectors) {
        Factor history = factor(vectors, degrees, -parameters.historyExponent());
        Factor candidate = factor(vectors, degrees, parameters.candidateExponent());
        return new ItemVectors(items.nodes(), history, candidate);
    }

    private static Factor factor(DenseMatrix vectors, double[] degrees, double exponent) {
        double[] powers = powers(degrees, exponent);
        float[] scales = new float[powers.length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = (float) powers[i];
        }
        return new Factor(vectors.values(), scales, vectors.columns());
    }

    /** Degrees to a power; who has none counts as having one. */
    private static double[] powers(double[] degrees, double exponent) {
        return Arrays.stream(degrees)
                .map(degree -> degree == 0 ? 1 : Math.pow(degree, exponent))
                .toArray();
    }

    private SparseMatrix augmented(SparseMatrix normalised, RecommendationGraph graph, Catalogue items) {
        if (parameters.attributeWeight() == 0 || AttributeMatrix.isEmpty(graph)) {
            return normalised;
        }
        SparseMatrix byItem = AttributeMatrix.of(graph, items.nodes(), AttributeSpace.of(graph, items.nodes()));
        double[] spread = byItem.columnSums();
        double[] columnFactors = new double[spread.length];
        for (int column = 0; column < spread.length; column++) {
            columnFactors[column] = parameters.attributeWeight() / Math.sqrt(spread[column]);
        }
        double[] ones = new double[byItem.rows()];
        Arrays.fill(ones, 1);
        return normalised.above(byItem.scaled(ones, columnFactors).transposed());
    }
}
