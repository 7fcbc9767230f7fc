package dev.clew.benchmarks.quality;

import dev.clew.evaluation.metric.JudgedList;
import dev.clew.evaluation.metric.NdcgAtK;
import dev.clew.evaluation.metric.RecallAtK;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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
     * <p>By {@link RecallAtK} and {@link NdcgAtK}, as {@code ./clew evaluate} has them.
     *
     * @param ranked best first; what comes after the first k is ignored
     * @param heldOut at least one item
     */
    public static RankingQuality of(List<?> ranked, Set<?> heldOut, int k) {
        if (heldOut.isEmpty()) {
            throw new IllegalArgumentException(
                    "heldOut (0 items) must have at least one. Leave out users without held-back items.");
        }
        var list = new JudgedList(places(ranked), relevant(ranked, heldOut), new int[0]);
        return new RankingQuality(new RecallAtK(k).of(list), new NdcgAtK(k).of(list));
    }

    /** Items as numbers: those in the list are called by their places. */
    private static int[] places(List<?> ranked) {
        return IntStream.range(0, ranked.size()).toArray();
    }

    /** Held-back items that are not in the list have numbers that no place has. */
    private static int[] relevant(List<?> ranked, Set<?> heldOut) {
        int[] found = IntStream.range(0, ranked.size())
                .filter(place -> heldOut.contains(ranked.get(place)))
                .toArray();
        int missing = heldOut.size() - found.length;
        return IntStream.concat(IntStream.of(found), IntStream.range(ranked.size(), ranked.size() + missing))
                .toArray();
    }
}
