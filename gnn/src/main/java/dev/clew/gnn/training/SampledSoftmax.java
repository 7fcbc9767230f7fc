package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.sampling.ItemSampler;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The chance that a user's next item is the one that it was, among it and drawn items that stand for all others:
 *
 * <pre>{@code
 * loss(u, i) = -s(u, i) + ln(e^s(u, i) + Z_u)        Z_u = sum over drawn n, not the user's own: e^s(u, n) * correction(n)
 * }</pre>
 *
 * All users of a batch share the drawn items, so that scores are a product of two matrices. The correction is 1 / (draws * chance of n), so that Z is on average the sum
 * over all items, however many are drawn: who is drawn more often counts less each time (log-Q).
 *
 * <p>Source: Bengio and Senecal, Adaptive importance sampling, IEEE TNN 2008; the correction for items shared by a batch: Yi et al.,
 * Sampling-bias-corrected neural modeling, RecSys 2019.
 *
 * <p>Cost: three products of users by drawn items by dimension, and an exponential for each pair.
 */
public final class SampledSoftmax implements RankingLoss {
    private final ItemSampler sampler;
    private final int draws;
    private final boolean fromBatch;

    private SampledSoftmax(ItemSampler sampler, int draws, boolean fromBatch) {
        this.sampler = sampler;
        this.draws = draws;
        this.fromBatch = fromBatch;
    }

    /** Others are drawn from all items. */
    public static SampledSoftmax among(ItemSampler sampler, int draws) {
        return new SampledSoftmax(sampler, draws, false);
    }

    /**
     * Others are drawn from what the users of the batch did.
     *
     * @param popularity the chance that an action of all users is on an item
     */
    public static SampledSoftmax inBatch(ItemSampler popularity, int draws) {
        return new SampledSoftmax(popularity, draws, true);
    }

    @Override
    public double addGradient(Batch batch, RandomGenerator random) {
        int[] drawn = new int[draws];
        float[] corrections = new float[draws];
        for (int i = 0; i < draws; i++) {
            drawn[i] = draw(batch, random);
            corrections[i] = (float) (1 / (draws * sampler.chance(drawn[i])));
        }
        DenseMatrix vectors = batch.candidates().rows(drawn);
        DenseMatrix scores = batch.users().times(vectors.transposed(batch.workers()), batch.workers());
        float[] own = new float[batch.actions().entries()];
        double[] losses = new double[scores.rows()];
        int[][] slots = slots(drawn, batch.actions().columns());
        batch.workers().run(scores.rows(), user -> {
            losses[user] = user(batch, user, scores, corrections, slots, own);
        });
        batch.addOwn(own);
        batch.addScores(drawn, vectors, scores);
        return Arrays.stream(losses).sum();
    }

    private int draw(Batch batch, RandomGenerator random) {
        SparseMatrix actions = batch.actions();
        return fromBatch ? actions.column(random.nextInt(actions.entries())) : sampler.draw(random);
    }

    private static final int[] NOWHERE = {};

    /** Where each item stands among those drawn. */
    private static int[][] slots(int[] drawn, int items) {
        int[][] slots = new int[items][];
        Arrays.fill(slots, NOWHERE);
        for (int i = 0; i < drawn.length; i++) {
            int[] before = slots[drawn[i]];
            slots[drawn[i]] = Arrays.copyOf(before, before.length + 1);
            slots[drawn[i]][before.length] = i;
        }
        return slots;
    }

    /** Replaces the user's scores of drawn items by the gradient, fills in that of own items, and returns the loss. */
    private static double user(
            Batch batch, int user, DenseMatrix scores, float[] corrections, int[][] slots, float[] own) {
        SparseMatrix actions = batch.actions();
        float[] values = scores.values();
        int from = user * scores.columns();
        for (int entry = actions.start(user); entry < actions.end(user); entry++) {
            own[entry] = batch.scoreOfOwn(user, entry);
            for (int slot : slots[actions.column(entry)]) {
                values[from + slot] = Float.NEGATIVE_INFINITY;
            }
        }
        float most = most(values, from, scores.columns());
        double others = 0;
        for (int j = 0; j < scores.columns(); j++) {
            float chance = corrections[j] * FastExp.of(values[from + j] - most);
            values[from + j] = chance;
            others += chance;
        }
        if (others == 0) {
            // All that was drawn are the user's own: there is nothing to tell them from.
            Arrays.fill(own, actions.start(user), actions.end(user), 0);
            return 0;
        }
        double loss = 0;
        double weight = batch.weight(user);
        double sharePerOther = 0;
        for (int entry = actions.start(user); entry < actions.end(user); entry++) {
            // Divided by the larger of the two terms' exponentials, so that neither overflows and not both vanish.
            double lead = own[entry] - (double) most;
            double chosen = lead > 0 ? 1 : Math.exp(lead);
            double scale = lead > 0 ? Math.exp(-lead) : 1;
            double all = chosen + others * scale;
            loss += weight * (Math.log(all) - Math.min(lead, 0));
            own[entry] = (float) (-weight * others * scale / all);
            sharePerOther += weight * scale / all;
        }
        for (int j = 0; j < scores.columns(); j++) {
            values[from + j] *= (float) sharePerOther;
        }
        return loss;
    }

    private static float most(float[] values, int from, int count) {
        float most = Float.NEGATIVE_INFINITY;
        for (int j = from; j < from + count; j++) {
            most = Math.max(most, values[j]);
        }
        return most == Float.NEGATIVE_INFINITY ? 0 : most;
    }
}
