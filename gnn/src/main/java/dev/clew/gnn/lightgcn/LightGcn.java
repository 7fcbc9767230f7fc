package dev.clew.gnn.lightgcn;

import dev.clew.core.recommend.TrainingData;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import dev.clew.gnn.sampling.ItemSampler;
import dev.clew.gnn.svd.RandomizedSvd;
import dev.clew.gnn.svd.SvdParameters;
import dev.clew.gnn.training.Bpr;
import dev.clew.gnn.training.GradientTraining;
import dev.clew.gnn.training.Learned;
import dev.clew.gnn.training.RankingLoss;
import dev.clew.gnn.training.SampledSoftmax;
import dev.clew.gnn.training.Similarity;
import dev.clew.gnn.training.ValidationRecall;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Learns LightGCN end to end: what {@link LightGraphConvolution} makes of embeddings is scored, and the loss moves the embeddings by Adam.
 *
 * <p>Cost of a step: the convolution there and back, and the loss.
 */
final class LightGcn {
    private final LightGcnParameters parameters;
    private final Workers workers;

    LightGcn(LightGcnParameters parameters, Workers workers) {
        this.parameters = parameters;
        this.workers = workers;
    }

    /** @throws IllegalArgumentException if nobody interacted with anything */
    Learned learn(TrainingData data, InteractionMatrix interactions, long seed, DoubleConsumer progress) {
        SparseMatrix matrix = interactions.matrix();
        if (matrix.entries() == 0) {
            throw new IllegalArgumentException("Vectors cannot be learned: the graph has no positive interaction.");
        }
        double[] users = roots(matrix.rowSums());
        double[] items = roots(matrix.columnSums());
        double[] ones = new double[items.length];
        Arrays.fill(ones, 1);
        SparseMatrix normalised = matrix.scaled(users, items);
        GradientTraining training = new GradientTraining(
                new LightGraphConvolution(normalised, items, parameters.layers(), parameters.combination(), workers),
                loss(matrix),
                similarity(matrix),
                matrix.scaled(users, ones),
                parameters.training(),
                workers,
                seed,
                parameters.model());
        return training.learn(
                start(normalised, seed),
                new ValidationRecall(data, interactions.items().nodes()),
                progress);
    }

    /** D^-1/2; who has no degree counts as having 1. */
    private static double[] roots(double[] degrees) {
        return Arrays.stream(degrees)
                .map(degree -> degree == 0 ? 1 : 1 / Math.sqrt(degree))
                .toArray();
    }

    /** Items as long as a power of their degree, by which actions are 1 long on average. */
    private Similarity similarity(SparseMatrix matrix) {
        if (parameters.comparison() == LightGcnParameters.Comparison.PRODUCT) {
            return Similarity.PRODUCT;
        }
        double[] degrees = matrix.columnSums();
        double mean = Arrays.stream(degrees).map(degree -> degree * degree).sum()
                / Arrays.stream(degrees).sum();
        double[] lengths = Arrays.stream(degrees)
                .map(degree -> Math.pow(Math.max(degree, 1) / mean, parameters.popularityExponent()))
                .toArray();
        return Similarity.cosine(parameters.temperature(), item -> lengths[item]);
    }

    private RankingLoss loss(SparseMatrix matrix) {
        ItemSampler sampler = parameters.negatives() == LightGcnParameters.Negatives.POPULARITY
                ? ItemSampler.weighted(matrix.columnSums())
                : ItemSampler.uniform(matrix.columns());
        if (parameters.loss() == LightGcnParameters.Loss.SOFTMAX) {
            return SampledSoftmax.among(sampler, parameters.negativeCount());
        }
        return new Bpr(
                sampler, parameters.negatives() == LightGcnParameters.Negatives.HARD ? parameters.negativeCount() : 1);
    }

    private DenseMatrix start(SparseMatrix normalised, long seed) {
        DenseMatrix start = parameters.start() == LightGcnParameters.Start.SPECTRAL
                ? spectral(normalised, seed)
                : DenseMatrix.gaussian(normalised.columns(), parameters.dimension(), seed, workers);
        double squares = 0;
        for (float value : start.values()) {
            squares += (double) value * value;
        }
        float factor = (float) (parameters.startSize() / Math.sqrt(squares / start.values().length));
        for (int i = 0; i < start.values().length; i++) {
            start.values()[i] *= factor;
        }
        return start;
    }

    /** The smoothest signals on the items; what directions the graph is too small for stay 0. */
    private DenseMatrix spectral(SparseMatrix normalised, long seed) {
        SvdParameters svd = new SvdParameters(parameters.dimension(), 16 + parameters.dimension() / 8, 3, seed);
        DenseMatrix vectors =
                RandomizedSvd.of(normalised, svd, workers, done -> {}).rightVectors();
        DenseMatrix start = new DenseMatrix(vectors.rows(), parameters.dimension());
        for (int row = 0; row < start.rows(); row++) {
            System.arraycopy(
                    vectors.values(),
                    row * vectors.columns(),
                    start.values(),
                    row * start.columns(),
                    vectors.columns());
        }
        return start;
    }
}
