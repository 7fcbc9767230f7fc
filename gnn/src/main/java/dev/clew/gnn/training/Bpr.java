package dev.clew.gnn.training;

import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.SparseRows;
import dev.clew.gnn.sampling.ItemSampler;
import java.util.random.RandomGenerator;

/**
 * That each of a user's own items stands above a drawn one: {@code loss(u, i) = ln(1 + e^(s(u, n) - s(u, i)))}, n drawn anew for each action and not the user's own. Of several
 * drawn items the one with the largest score is taken: the hardest to tell from an own one.
 *
 * <p>Source: Rendle et al., BPR, UAI 2009; the hardest of several: Zhang et al., Optimizing top-N collaborative filtering via dynamic negative
 * item sampling, SIGIR 2013.
 *
 * <p>Cost: one product of vectors for each action and each drawn item.
 */
public final class Bpr implements RankingLoss {
    /** A user who acted on nearly everything is given up after so many draws: the action then teaches nothing. */
    private static final int TRIES = 20;

    private final ItemSampler sampler;
    private final int draws;

    /** @param draws items of which the hardest is taken, at least 1 */
    public Bpr(ItemSampler sampler, int draws) {
        this.sampler = sampler;
        this.draws = draws;
    }

    @Override
    public double addGradient(Batch batch, RandomGenerator random) {
        SparseMatrix actions = batch.actions();
        float[] own = new float[actions.entries()];
        SparseRows others = new SparseRows(actions.columns());
        double loss = 0;
        for (int user = 0; user < actions.rows(); user++) {
            double weight = batch.weight(user);
            for (int entry = actions.start(user); entry < actions.end(user); entry++) {
                int other = hardest(batch, user, random);
                if (other >= 0) {
                    double margin = batch.scoreOfOwn(user, entry) - score(batch, user, other);
                    double slope = weight / (1 + Math.exp(margin));
                    own[entry] = (float) -slope;
                    others.add(other, slope);
                    loss += weight * (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin));
                }
            }
            others.endRow();
        }
        batch.addOwn(own);
        batch.addScores(others.build());
        return loss;
    }

    /** The drawn item with the largest score, or -1 if none was drawn that is not the user's own. */
    private int hardest(Batch batch, int user, RandomGenerator random) {
        int best = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int draw = 0; draw < draws; draw++) {
            int item = notOwn(batch.actions(), user, random);
            if (item >= 0 && (draws == 1 || score(batch, user, item) > most)) {
                best = item;
                most = score(batch, user, item);
            }
        }
        return best;
    }

    private int notOwn(SparseMatrix actions, int user, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            int item = sampler.draw(random);
            if (!actions.has(user, item)) {
                return item;
            }
        }
        return -1;
    }

    private static float score(Batch batch, int user, int item) {
        return batch.users().rowProduct(user, batch.candidates(), item);
    }
}
