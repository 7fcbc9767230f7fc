package dev.clew.ingest.sample;

import java.util.random.RandomGenerator;

/**
 * Draws from a generator by exact arithmetic only. {@code RandomGenerator.nextGaussian} and {@code Math.log} may differ in the last bit
 * between Java versions and machines; the sample must not.
 */
final class PortableRandom {
    private final RandomGenerator random;

    PortableRandom(RandomGenerator random) {
        this.random = random;
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in [0, bound). */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Nearly normal with mean 0 and deviation 1: the sum of twelve uniforms less six (Irwin-Hall), cut off at six deviations. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += uniform();
        }
        return sum;
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }
}
