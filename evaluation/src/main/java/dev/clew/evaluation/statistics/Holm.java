package dev.clew.evaluation.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Correction of a family of p values for their number: among many comparisons some differ by chance.
 *
 * <p>Source: Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 1979. The i-th smallest of
 * m values, counted from 1, is multiplied by {@code m - i + 1}, made at least as large as the one before and at most 1.
 */
public final class Holm {
    private Holm() {}

    /** The corrected values in the order given; below .05 is significant at .05 for the whole family. */
    public static double[] correct(double[] p) {
        List<Integer> ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]))
                .toList();
        double[] corrected = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int i = ascending.get(rank);
            largest = Math.max(largest, Math.min(1, p[i] * (p.length - rank)));
            corrected[i] = largest;
        }
        return corrected;
    }
}
