package dev.clew.evaluation.metric;

/**
 * Share of the relevant items that are in the first K: {@code hits / relevant}.
 *
 * <p>The divisor is the number of relevant items, not {@code min(K, relevant)}: so do LightGCN (He et al., SIGIR 2020) and KGIN (Wang et
 * al., WWW 2021), and it is what their published figures use. A user with more than K relevant items cannot reach 1.
 */
public record RecallAtK(int k) implements UserMetric {
    public RecallAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "Recall@" + k;
    }

    @Override
    public double of(JudgedList list) {
        return (double) list.hits(k) / list.relevantCount();
    }
}
