package dev.clew.benchmarks.quality;

import java.util.List;
import java.util.Set;

/**
 * How well one list matches the items that were held back, each of them equally relevant.
 *
 * @param recall share of the held-back items that are in the list, in [0, 1]
 * @param ndcg discounted gain over that of the best list there is, in [0, 1]
 */
public record RankingQuality(double recall, double ndcg) {

    /**
     * Compares a list with the held-back items.
     *
     * <p>NDCG@k = sum over hits of 1 / log2(rank + 1), over the same sum for hits at ranks 1 to min(k, held-back items). Source: Järvelin
     * and Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 2002, with binary gains.
     *
     * @param ranked best first; what comes after the first k is ignored
     * @param heldOut at least one item
     */
    public static RankingQuality of(List<?> ranked, Set<?> heldOut, int k) {
        if (heldOut.isEmpty()) {
            throw new IllegalArgumentException(
                    "heldOut (0 items) must have at least one. Leave out users without held-back items.");
        }
        int hits = 0;
        double gain = 0;
        for (int i = 0; i < Math.min(k, ranked.size()); i++) {
            if (heldOut.contains(ranked.get(i))) {
                hits++;
                gain += discount(i + 1);
            }
        }
        return new RankingQuality((double) hits / heldOut.size(), gain / bestGain(Math.min(k, heldOut.size())));
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
