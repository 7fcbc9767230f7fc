package dev.clew.evaluation.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Two recommenders compared on the same users.
 *
 * @param meanDifference of the first from the second
 * @param tTestP two-sided p of the paired t test
 * @param wilcoxonP two-sided p of Wilcoxon's signed-rank test, users without a difference left out, ties at their mean rank
 * @param users how many have a value from both
 */
public record PairedTest(double meanDifference, double tTestP, double wilcoxonP, int users) {

    /**
     * Compares two arrays with one value for each user. Users for whom either is not defined (NaN) are left out. Without any difference
     * both p are 1.
     *
     * <p>Sources: Student 1908; Wilcoxon, Biometrics Bulletin 1945; both as Apache Commons Statistics computes them.
     */
    public static PairedTest of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("first (" + first.length + " users) must have as many values as second ("
                    + second.length + "). Compare runs over the same users.");
        }
        int[] both = IntStream.range(0, first.length)
                .filter(i -> !Double.isNaN(first[i]) && !Double.isNaN(second[i]))
                .toArray();
        double[] a = IntStream.of(both).mapToDouble(i -> first[i]).toArray();
        double[] b = IntStream.of(both).mapToDouble(i -> second[i]).toArray();
        double[] differences =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        double mean = a.length == 0 ? 0 : Bootstrap.mean(differences);
        return new PairedTest(mean, tTest(differences, mean), wilcoxon(differences), a.length);
    }

    private static double tTest(double[] differences, double mean) {
        if (differences.length < 2) {
            return 1;
        }
        boolean constant = Arrays.stream(differences).allMatch(it -> it == differences[0]);
        if (constant) {
            return mean == 0 ? 1 : 0;
        }
        return TTest.withDefaults().test(differences).getPValue();
    }

    private static double wilcoxon(double[] differences) {
        double[] nonZero = Arrays.stream(differences).filter(it -> it != 0).toArray();
        return nonZero.length == 0
                ? 1
                : WilcoxonSignedRankTest.withDefaults().test(nonZero).getPValue();
    }
}
