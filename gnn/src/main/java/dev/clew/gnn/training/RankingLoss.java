package dev.clew.gnn.training;

import java.util.random.RandomGenerator;

/** How bad it is that a user's own items do not stand above others. */
public sealed interface RankingLoss permits SampledSoftmax, Bpr {
    /**
     * Adds the gradient of the mean loss of an action to the batch.
     *
     * @return the mean loss of an action
     */
    double addGradient(Batch batch, RandomGenerator random);
}
