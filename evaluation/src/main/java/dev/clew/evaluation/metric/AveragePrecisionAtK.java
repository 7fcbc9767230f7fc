package dev.clew.evaluation.metric;

/**
 * Precision at each hit, averaged over the hits a perfect list would have; its mean is MAP.
 *
 * <pre>{@code
 * AP@K = 1 / min(K, relevant) * sum over ranks r <= K with a hit: hits in the first r / r
 * }</pre>
 *
 * <p>Source: Buckley and Voorhees, Evaluating evaluation measure stability, SIGIR 2000, at a cut-off: the divisor is {@code min(K,
 * relevant)}, so that a perfect list has 1.
 */
public record AveragePrecisionAtK(int k) implements UserMetric {
    public AveragePrecisionAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "MAP@" + k;
    }

    @Override
    public double of(JudgedList list) {
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < Math.min(k, list.size()); i++) {
            if (list.isHit(i)) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return sum / Math.min(k, list.relevantCount());
    }
}
