package dev.clew.core.randomwalk;

/**
 * Random numbers by counting: the numbers of a walk are a function of the query's seed, the walk's number and how many it drew before,
 * so walks can be done again one by one and in any order.
 *
 * <p>Source: SplitMix64 of Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
 */
final class WalkRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long state;

    WalkRandom(long seed) {
        this.seed = mix(seed + GOLDEN_GAMMA);
    }

    /** Goes to the first number of a walk. */
    void startWalk(long number) {
        state = mix(seed ^ mix(number));
    }

    /** Uniform in [0, 1). */
    double nextDouble() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    private static long mix(long state) {
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
