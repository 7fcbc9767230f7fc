package dev.clew.gnn.twotower;

import dev.clew.core.recommend.TrainingData;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.sampling.ItemSampler;
import dev.clew.gnn.training.GradientTraining;
import dev.clew.gnn.training.Learned;
import dev.clew.gnn.training.SampledSoftmax;
import dev.clew.gnn.training.Similarity;
import dev.clew.gnn.training.ValidationRecall;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Learns two towers: an item is the sum of a vector of its own and those of its attributes, a user the mean of the items they acted on; whose
 * product is largest is recommended.
 *
 * <p>Source: Yi et al., Sampling-bias-corrected neural modeling for large corpus item recommendations, RecSys 2019. Differs: the user tower
 * is a mean without layers and the item tower is linear, so that users fold in and every score splits over actions and attributes.
 *
 * <p>Cost of a step: the item tower there and back, and the loss.
 */
final class TwoTower {
    private final TwoTowerParameters parameters;
    private final Workers workers;

    TwoTower(TwoTowerParameters parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /** What was learned, and the attributes' part of the parameters, shape [attribute columns, dimension]. */
    record Towers(Learned learned, DenseMatrix attributes) {}

    /**
     * Learns both towers.
     *
     * @param attributes shape [items, attribute columns]
     * @throws IllegalArgumentException if nobody interacted with anything
     */
    Towers learn(
            TrainingData data,
            InteractionMatrix interactions,
            SparseMatrix attributes,
            long seed,
            DoubleConsumer progress) {
        SparseMatrix matrix = interactions.matrix();
        if (matrix.entries() == 0) {
            throw new IllegalArgumentException("Vectors cannot be learned: the graph has no positive interaction.");
        }
        ItemFeatures tower = new ItemFeatures(attributes, workers);
        double[] popularity = matrix.columnSums();
        GradientTraining training = new GradientTraining(
                tower,
                SampledSoftmax.inBatch(ItemSampler.weighted(popularity), parameters.negativeCount()),
                Similarity.PRODUCT,
                means(matrix),
                parameters.training(),
                workers,
                seed,
                parameters.model());
        DenseMatrix start = start(tower.rows(), popularity, seed);
        Learned learned = training.learn(
                start, new ValidationRecall(data, interactions.items().nodes()), progress);
        return new Towers(learned, below(learned.parameters(), popularity.length));
    }

    /** Rows divided by their sums. */
    private static SparseMatrix means(SparseMatrix matrix) {
        double[] ones = new double[matrix.columns()];
        Arrays.fill(ones, 1);
        double[] factors = Arrays.stream(matrix.rowSums())
                .map(sum -> sum == 0 ? 0 : 1 / sum)
                .toArray();
        return matrix.scaled(factors, ones);
    }

    /** Vectors drawn for items that somebody acted on, zeros for the others and for attributes. */
    private DenseMatrix start(int rows, double[] popularity, long seed) {
        DenseMatrix drawn = DenseMatrix.gaussian(popularity.length, parameters.dimension(), seed, workers);
        DenseMatrix start = new DenseMatrix(rows, parameters.dimension());
        for (int item = 0; item < popularity.length; item++) {
            if (popularity[item] > 0) {
                start.addRow(item, drawn, item, (float) parameters.startSize());
            }
        }
        return start;
    }

    private static DenseMatrix below(DenseMatrix all, int rows) {
        return new DenseMatrix(
                all.rows() - rows,
                all.columns(),
                Arrays.copyOfRange(all.values(), rows * all.columns(), all.values().length));
    }
}
