package dev.clew.gnn.ridge;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.gnn.interactions.AttributeMatrix;
import dev.clew.gnn.interactions.Catalogue;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import java.util.Arrays;
import java.util.Map;

/**
 * Learns to tell an item's vector from what the item is, and gives one to each item that nobody has acted on:
 *
 * <pre>{@code
 * W = argmin |X W - V|^2 + regularisation * |W|^2 = X^T (X X^T + regularisation * I)^-1 V        vector(new item) = x . W
 * }</pre>
 *
 * over the items with interactions: V their vectors, X what they are ({@link AttributeMatrix}). Items with interactions keep their own
 * vectors.
 *
 * <p>Source: the linear attribute-to-factor map of Gantner et al., Learning attribute-to-feature mappings for cold-start recommendations,
 * ICDM 2010, solved in its dual form.
 *
 * <p>Cost: that of {@link ConjugateGradient}.
 */
final class RidgeEncoder {
    private final RidgeParameters parameters;
    private final Workers workers;

    RidgeEncoder(RidgeParameters parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /**
     * @param learned vectors of the same graph's items
     * @return the same, and those of items without interactions replaced by what their attributes say
     */
    ItemVectors encode(RecommendationGraph graph, ItemVectors learned) {
        InteractionMatrix interactions = InteractionMatrix.of(graph, Map.of());
        Catalogue items = interactions.items();
        double[] degrees = interactions.matrix().columnSums();
        SparseMatrix attributes = AttributeMatrix.of(graph, items);
        DenseMatrix known = values(items, degrees, learned);
        DenseMatrix weights = weights(only(attributes, degrees, true), known);
        DenseMatrix inferred = only(attributes, degrees, false).times(weights, workers);
        return merged(items, degrees, learned, known, inferred);
    }

    /** W, shape [attribute columns, dimension]: the encoder's one layer. */
    DenseMatrix weights(SparseMatrix attributes, DenseMatrix known) {
        DenseMatrix dual = new ConjugateGradient(attributes, parameters.regularisation(), workers).solve(known);
        return attributes.transposed().times(dual, workers);
    }

    /** The rows of items with interactions, or of those without; the others empty. */
    private static SparseMatrix only(SparseMatrix attributes, double[] degrees, boolean withInteractions) {
        double[] kept = new double[degrees.length];
        for (int item = 0; item < kept.length; item++) {
            kept[item] = degrees[item] > 0 == withInteractions ? 1 : 0;
        }
        return attributes.scaled(kept, ones(attributes.columns()));
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The vectors of items with interactions by column of the catalogue, scales left out; zeros for the others. */
    private static DenseMatrix values(Catalogue items, double[] degrees, ItemVectors learned) {
        DenseMatrix values = new DenseMatrix(items.size(), learned.dimension());
        for (int item = 0; item < items.size(); item++) {
            int row = learned.row(items.node(item));
            for (int j = 0; degrees[item] > 0 && row >= 0 && j < learned.dimension(); j++) {
                values.set(item, j, learned.history().value(row, j));
            }
        }
        return values;
    }

    private ItemVectors merged(
            Catalogue items, double[] degrees, ItemVectors learned, DenseMatrix known, DenseMatrix inferred) {
        float newScale = (float) parameters.newItemScale();
        float[] history = new float[items.size()];
        float[] candidate = new float[items.size()];
        for (int item = 0; item < items.size(); item++) {
            int row = learned.row(items.node(item));
            boolean isKnown = degrees[item] > 0 && row >= 0;
            history[item] = isKnown ? learned.history().scale(row) : 1;
            candidate[item] = isKnown ? learned.candidate().scale(row) : newScale;
            for (int j = 0; !isKnown && j < learned.dimension(); j++) {
                known.set(item, j, inferred.get(item, j));
            }
        }
        int dimension = learned.dimension();
        return new ItemVectors(
                items.nodes(),
                new Factor(known.values(), history, dimension),
                new Factor(known.values(), candidate, dimension));
    }
}
