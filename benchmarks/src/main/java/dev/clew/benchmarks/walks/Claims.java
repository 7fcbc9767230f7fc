package dev.clew.benchmarks.walks;

import org.apache.commons.math3.stat.interval.ClopperPearsonInterval;

/**
 * How often an answer claimed that its order is right up to epsilon, and how often that was so.
 *
 * @param cases answers
 * @param made of them, those that claimed it
 * @param held of those, how many were right
 */
record Claims(int cases, int made, int held) {

    /** Share of the claims that held; 1 if none was made. */
    double share() {
        return made == 0 ? 1 : (double) held / made;
    }

    /** The share is at least this with 95 % confidence (Clopper and Pearson, one-sided); 0 if no claim was made. */
    double lowerBound() {
        if (held == 0) {
            return 0;
        }
        if (held == made) {
            // The library divides by the number of failures here.
            return Math.pow(0.05, 1.0 / made);
        }
        // Two-sided at 90 % leaves 5 % below.
        return new ClopperPearsonInterval().createInterval(made, held, 0.90).getLowerBound();
    }
}
