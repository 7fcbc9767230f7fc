package dev.clew.evaluation.metric;

/**
 * Share of the K places that hold a relevant item: {@code hits / K}. A list shorter than K has empty places, which hold none.
 *
 * <p>Source: Herlocker, Konstan, Terveen and Riedl, Evaluating collaborative filtering recommender systems, TOIS 2004, at a cut-off.
 */
public record PrecisionAtK(int k) implements UserMetric {
    public PrecisionAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "Precision@" + k;
    }

    @Override
    public double of(JudgedList list) {
        return (double) list.hits(k) / k;
    }
}
