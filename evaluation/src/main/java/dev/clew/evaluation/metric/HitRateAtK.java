package dev.clew.evaluation.metric;

/**
 * 1 if any of the first K items is relevant, else 0; the mean is the share of users with a hit.
 *
 * <p>Source: Deshpande and Karypis, Item-based top-N recommendation algorithms, TOIS 2004.
 */
public record HitRateAtK(int k) implements UserMetric {
    public HitRateAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "HitRate@" + k;
    }

    @Override
    public double of(JudgedList list) {
        return list.hits(k) > 0 ? 1 : 0;
    }
}
