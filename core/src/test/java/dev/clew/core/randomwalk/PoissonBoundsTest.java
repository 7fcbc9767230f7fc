package dev.clew.core.randomwalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoissonBoundsTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** P(S = 0) = exp(-M) for a Poisson S, so l is the largest mean that a sum of 0 allows. */
    @Test
    void nothingSeenAllowsAMeanOfL() {
        assertThat(PoissonBounds.upper(0, 3)).isEqualTo(3);
        assertThat(PoissonBounds.lower(0, 3)).isZero();
    }

    /** exp(-1 - 40 / 0.01) is no double any more. */
    @Test
    void aMeanTooSmallToWriteIsZero() {
        assertThat(PoissonBounds.lower(0.01, 40)).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void boundsSolveTheirEquation(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double s = Math.exp(random.nextDouble(-4, 12));
        double l = random.nextDouble(0.1, 40);
        double upper = PoissonBounds.upper(s, l);
        double lower = PoissonBounds.lower(s, l);
        assertThat(upper - s + s * Math.log(s / upper)).as("seed %s", seed).isEqualTo(l, within(1e-6 * (s + l)));
        if (lower > 0) {
            assertThat(lower - s + s * Math.log(s / lower)).as("seed %s", seed).isEqualTo(l, within(1e-6 * (s + l)));
        }
        assertThat(PoissonBounds.roughUpper(s, l)).as("seed %s", seed).isGreaterThanOrEqualTo(upper);
        assertThat(lower).isGreaterThanOrEqualTo(0).isLessThan(s);
        assertThat(upper).isGreaterThan(s);
    }

    /** Sums of 200 variables that are not all alike; each bound may fail in 5 % of 2,000 trials, and Chernoff's fail in fewer. */
    @Test
    void eachHoldsAsOftenAsItSays() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        double l = Math.log(1 / 0.05);
        int above = 0;
        int below = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            double sum = 0;
            double mean = 0;
            for (int i = 0; i < 200; i++) {
                double chance = i % 7 / 100.0;
                double size = 1.0 / (1 + i % 3);
                mean += chance * size;
                sum += random.nextDouble() < chance ? size : 0;
            }
            above += mean > PoissonBounds.upper(sum, l) ? 1 : 0;
            below += mean < PoissonBounds.lower(sum, l) ? 1 : 0;
        }
        assertThat(above).isLessThanOrEqualTo(100);
        assertThat(below).isLessThanOrEqualTo(100);
    }
}
