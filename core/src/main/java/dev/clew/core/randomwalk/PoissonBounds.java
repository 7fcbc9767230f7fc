package dev.clew.core.randomwalk;

/**
 * Bounds on the mean M of a sum S of independent variables in [0, 1], from the value s that it took.
 *
 * <p>By Chernoff, as {@code E exp(x Y) <= 1 + E Y (exp(x) - 1) <= exp(E Y (exp(x) - 1))} for each variable Y, whatever its distribution and whether or not
 * they all have the same one: {@code P(S <= s) <= exp(-d(s, M))} for s below M and {@code P(S >= s) <= exp(-d(s, M))} for s above M, with {@code d(s, M) = M - s + s
 * ln(s / M)}. So the chance that M is above {@code upper(S, l)} is at most exp(-l), and so is the chance that it is below {@code lower(S, l)}.
 */
final class PoissonBounds {
    private static final int ITERATIONS = 6;

    private PoissonBounds() {}

    /** The largest M with d(s, M) up to l, or a little above it: Newton's method from the right on a convex function never falls below its root. */
    static double upper(double s, double l) {
        if (s <= 0) {
            return l;
        }
        double mean = roughUpper(s, l);
        for (int i = 0; i < ITERATIONS; i++) {
            mean -= (mean - s + s * Math.log(s / mean) - l) / (1 - s / mean);
        }
        return mean;
    }

    /** Not below {@link #upper}, as d(s, M) is at least (M - s)^2 / (2 M) for M above s. */
    static double roughUpper(double s, double l) {
        return s + l + Math.sqrt(l * l + 2 * s * l);
    }

    /** The smallest M with d(s, M) up to l, or a little below it: Newton's method from the left, where d is at least (s - M)^2 / (2 s). */
    static double lower(double s, double l) {
        if (s <= 0) {
            return 0;
        }
        double mean = Math.max(s * Math.exp(-1 - l / s), s - Math.sqrt(2 * s * l));
        if (mean < Double.MIN_NORMAL) {
            return 0;
        }
        for (int i = 0; i < ITERATIONS; i++) {
            mean -= (mean - s + s * Math.log(s / mean) - l) / (1 - s / mean);
        }
        return Math.max(0, mean);
    }
}
