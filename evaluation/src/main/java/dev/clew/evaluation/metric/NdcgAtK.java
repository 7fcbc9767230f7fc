package dev.clew.evaluation.metric;

/**
 * Discounted gain of the hits over that of the best list there is.
 *
 * <pre>{@code
 * NDCG@K = (sum over ranks r <= K with a hit: 1 / log2(r + 1)) / (sum over ranks r <= min(K, relevant): 1 / log2(r + 1))
 * }</pre>
 *
 * <p>Source: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 2002, with binary gains and the
 * discount from the first rank on, as LightGCN and KGIN have it.
 */
public record NdcgAtK(int k) implements UserMetric {
    public NdcgAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "NDCG@" + k;
    }

    @Override
    public double of(JudgedList list) {
        double gain = 0;
        for (int i = 0; i < Math.min(k, list.size()); i++) {
            gain += list.isHit(i) ? discount(i + 1) : 0;
        }
        return gain / bestGain(Math.min(k, list.relevantCount()));
    }

    private static double bestGain(int hits) {
        double gain = 0;
        for (int rank = 1; rank <= hits; rank++) {
            gain += discount(rank);
        }
        return gain;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1);
    }
}
