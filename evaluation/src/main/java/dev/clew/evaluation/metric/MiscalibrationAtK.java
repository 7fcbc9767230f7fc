package dev.clew.evaluation.metric;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * How far the attributes of the first K items are from those of what the user liked: a Kullback-Leibler divergence in nats, 0 at best.
 *
 * <pre>{@code
 * KL(p || q~) = sum over attributes g: p(g) log(p(g) / q~(g)),  q~ = (1 - 0.01) q + 0.01 p
 * }</pre>
 *
 * p and q are the means of {@code p(g | item)} over the liked items and over the list; {@code p(g | item)} is uniform over the item's
 * attributes. Items without attributes are left out of both.
 *
 * <p>Source: Steck, Calibrated recommendations, RecSys 2018, equations 2, 3 and 6, with equal weights.
 *
 * @param attributes of one kind, such as genres
 */
public record MiscalibrationAtK(int k, ItemAttributes attributes) implements UserMetric {
    public MiscalibrationAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "Miscalibration@" + k;
    }

    /** The smoothing of the paper. */
    private static final double ALPHA = 0.01;

    /** NaN for a list, and for a user, without any attribute. */
    @Override
    public double of(JudgedList list) {
        Map<Integer, Double> wanted = distribution(list.likedCount(), list::liked);
        Map<Integer, Double> shown = distribution(Math.min(k, list.size()), list::item);
        if (wanted.isEmpty() || shown.isEmpty()) {
            return Double.NaN;
        }
        double divergence = 0;
        for (Map.Entry<Integer, Double> attribute : wanted.entrySet()) {
            double p = attribute.getValue();
            double q = (1 - ALPHA) * shown.getOrDefault(attribute.getKey(), 0.0) + ALPHA * p;
            divergence += p * Math.log(p / q);
        }
        return divergence;
    }

    private Map<Integer, Double> distribution(int count, IntUnaryOperator item) {
        Map<Integer, Double> shares = new TreeMap<>();
        int described = 0;
        for (int i = 0; i < count; i++) {
            int[] own = attributes.of(item.applyAsInt(i));
            described += own.length > 0 ? 1 : 0;
            for (int attribute : own) {
                shares.merge(attribute, 1.0 / own.length, Double::sum);
            }
        }
        double divisor = described;
        shares.replaceAll((attribute, share) -> share / divisor);
        return shares;
    }
}
