package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Learns the parameters of a tower by gradients of a ranking loss: all users in a new order each epoch, some a step. What is random in an epoch is drawn from the
 * seed and its number, so that the same data, settings and seed give the same bytes on any number of threads, gone on from a checkpoint or not.
 *
 * <p>Cost of a step: the tower there and back, and the loss.
 */
public final class GradientTraining {
    private final ItemTower tower;
    private final RankingLoss loss;
    private final Similarity similarity;
    private final SparseMatrix actions;
    private final TrainingParameters parameters;
    private final Workers workers;
    private final long seed;
    private final String model;

    /**
     * @param actions shape [users, items]: the weight of each action in the user's vector
     * @param model tower and loss in words, so that a checkpoint of others is told apart
     */
    public GradientTraining(
            ItemTower tower,
            RankingLoss loss,
            Similarity similarity,
            SparseMatrix actions,
            TrainingParameters parameters,
            Workers workers,
            long seed,
            String model) {
        this.tower = tower;
        this.loss = loss;
        this.similarity = similarity;
        this.actions = actions;
        this.parameters = parameters;
        this.workers = workers;
        this.seed = seed;
        this.model = model;
    }

    /**
     * Learns.
     *
     * @param start the parameters to start from; changed
     * @param validation how good vectors are, or NaN if there is nothing to tell by
     * @param progress told how much is done, in [0, 1]
     */
    public Learned learn(DenseMatrix start, ToDoubleFunction<ItemFactors> validation, DoubleConsumer progress) {
        int[] users = IntStream.range(0, actions.rows())
                .filter(user -> actions.end(user) > actions.start(user))
                .toArray();
        int stepsPerEpoch = Math.max(1, (users.length + parameters.usersPerStep() - 1) / parameters.usersPerStep());
        Adam adam = new Adam(start.values().length, parameters.learningRate(), stepsPerEpoch * parameters.epochs());
        Progress state = new Progress(start, adam);
        Checkpoint checkpoint = new Checkpoint(parameters.checkpoints(), "training", fingerprint(start));
        checkpoint.restored(state::read);
        while (state.epoch() < parameters.epochs() && state.epochsSinceBest() < parameters.patience()) {
            double mean = epoch(users, stepsPerEpoch, state.epoch(), start, adam);
            double judged = validation.applyAsDouble(served(start));
            state.endEpoch(mean, judged);
            checkpoint.save(state::write);
            progress.accept(state.epoch() / (double) parameters.epochs());
        }
        progress.accept(1);
        return new Learned(state.best(), served(state.best()), state.curve());
    }

    private ItemFactors served(DenseMatrix values) {
        return similarity.served(tower.forward(values));
    }

    /** Who goes on from a checkpoint must go on with the same. */
    private long fingerprint(DenseMatrix start) {
        TrainingParameters p = parameters;
        long hash = Arrays.hashCode(new double[] {
            p.epochs(),
            p.usersPerStep(),
            p.learningRate(),
            p.weightDecay(),
            p.patience(),
            actions.rows(),
            actions.columns()
        });
        for (int entry = 0; entry < actions.entries(); entry++) {
            hash = 31 * hash + actions.column(entry);
        }
        String asked = model + similarity;
        return 31 * (31 * (31 * hash + Arrays.hashCode(start.values())) + asked.hashCode()) + seed;
    }

    private double epoch(int[] users, int steps, int epoch, DenseMatrix values, Adam adam) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 0x9E3779B97F4A7C15L * (epoch + 1));
        int[] order = shuffled(users, random);
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            int from = (int) ((long) users.length * step / steps);
            int to = (int) ((long) users.length * (step + 1) / steps);
            SparseMatrix chosen = actions.rows(Arrays.copyOfRange(order, from, to));
            Batch batch = new Batch(chosen, tower.forward(values), similarity, workers);
            sum += loss.addGradient(batch, random);
            DenseMatrix gradient = tower.backward(batch.gradient());
            gradient.add(values, (float) parameters.weightDecay());
            adam.step(values.values(), gradient.values(), epoch * steps + step);
        }
        return sum / steps;
    }

    private static int[] shuffled(int[] users, RandomGenerator random) {
        int[] order = users.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }
}
