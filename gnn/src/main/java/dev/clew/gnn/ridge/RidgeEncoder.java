package dev.clew.gnn.ridge;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.AttributeSpace;
import dev.clew.core.vectors.EncoderScales;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.gnn.interactions.AttributeMatrix;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;

/**
 * Learns to tell an item's vector from what the item is:
 *
 * <pre>{@code
 * W = argmin |X W - V|^2 + regularisation * |W|^2 = X^T (X X^T + regularisation * I)^-1 V        vector(new item) = x . W
 * }</pre>
 *
 * over the items with interactions: V their vectors, scales left out, X what they are ({@link AttributeSpace}).
 *
 * <p>Source: the linear attribute-to-factor map of Gantner et al., Learning attribute-to-feature mappings for cold-start recommendations,
 * ICDM 2010, solved in its dual form.
 *
 * <p>Cost: that of {@link ConjugateGradient}.
 */
public final class RidgeEncoder {
    private final RidgeParameters parameters;
    private final Workers workers;

    public RidgeEncoder(RidgeParameters parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /** @param known vectors of items with interactions of the same graph */
    public AttributeEncoder encode(RecommendationGraph graph, ItemVectors known) {
        AttributeSpace space = AttributeSpace.of(graph, known.nodes());
        DenseMatrix values = new DenseMatrix(known.size(), known.dimension());
        known.history().values().get(values.values());
        DenseMatrix weights = weights(AttributeMatrix.of(graph, known.nodes(), space), values);
        return new AttributeEncoder(space, weights.values(), known.dimension(), scales(known));
    }

    /** A new item counts in a history as much as a known one does in the mean. */
    private EncoderScales scales(ItemVectors known) {
        double sum = 0;
        for (int row = 0; row < known.size(); row++) {
            sum += known.history().scale(row);
        }
        return new EncoderScales((float) (sum / Math.max(1, known.size())), 1, (float) parameters.sharedWeight());
    }

    /** W, shape [attribute columns, dimension]: the encoder's one layer. */
    public DenseMatrix weights(SparseMatrix attributes, DenseMatrix known) {
        DenseMatrix dual = new ConjugateGradient(attributes, parameters.regularisation(), workers).solve(known);
        return attributes.transposed().times(dual, workers);
    }
}
