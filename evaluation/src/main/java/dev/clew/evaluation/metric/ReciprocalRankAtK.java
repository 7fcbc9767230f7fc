package dev.clew.evaluation.metric;

/**
 * 1 over the rank of the first relevant item, counted from 1; 0 if none of the first K is relevant. Its mean is MRR.
 *
 * <p>Source: Voorhees, The TREC-8 question answering track report, 1999.
 */
public record ReciprocalRankAtK(int k) implements UserMetric {
    public ReciprocalRankAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "MRR@" + k;
    }

    @Override
    public double of(JudgedList list) {
        for (int i = 0; i < Math.min(k, list.size()); i++) {
            if (list.isHit(i)) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
