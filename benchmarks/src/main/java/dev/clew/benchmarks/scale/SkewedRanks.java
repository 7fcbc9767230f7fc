package dev.clew.benchmarks.scale;

import java.util.random.RandomGenerator;

/**
 * Draws numbers below a limit, few of them often and most of them seldom, as the degrees in interaction data are: the k-th most frequent number with a
 * chance in proportion to (k + shift)^-exponent (Mandelbrot's form of Zipf's law), by inverting its continuous distribution. Which number
 * is frequent has nothing to do with its size.
 *
 * <p>Source: B. Mandelbrot, An informational theory of the statistical structure of language, 1953.
 */
final class SkewedRanks {
    /** A prime beyond all counts here: multiplying by it permutes the numbers below any of them. */
    private static final long SPREAD = 2_147_483_647L;

    private final int count;
    private final double shift;
    private final double power;
    private final double low;
    private final double high;

    /**
     * @param count numbers to draw from, at least 1
     * @param exponent at least 0, below 1; larger: more skewed
     * @param shift above 0; larger: the most frequent ones differ less
     */
    SkewedRanks(int count, double exponent, double shift) {
        if (!(exponent >= 0 && exponent < 1)) {
            throw new IllegalArgumentException("exponent (%s) must be in [0, 1).".formatted(exponent));
        }
        this.count = count;
        this.shift = shift;
        this.power = 1 - exponent;
        this.low = Math.pow(shift, power);
        this.high = Math.pow(count + shift, power);
    }

    int draw(RandomGenerator random) {
        double at = low + random.nextDouble() * (high - low);
        int rank = (int) Math.min(count - 1.0, Math.pow(at, 1 / power) - shift);
        return (int) (Math.max(0, rank) * SPREAD % count);
    }
}
