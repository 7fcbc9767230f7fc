package dev.clew.core.popularity;

import java.util.concurrent.TimeUnit;

/**
 * How much of an interaction's weight is left, in two factors: {@code 2^((time - reference) / halfLife)} times {@code 2^((reference - moment) /
 * halfLife)}. The first stays as it is while the moment moves on, so sums over it can be kept; the reference is the same for all moments
 * within {@value #WINDOW} half-lives, so the factors stay in the range of a double.
 *
 * @param halfLifeMillis at least 0; 0: nothing decays
 * @param referenceMillis from which times are counted
 */
record Decay(double halfLifeMillis, double referenceMillis) {
    private static final int WINDOW = 64;

    /** The decay that sums for this moment are kept with. */
    static Decay at(long atMillis, PopularityParameters parameters) {
        double halfLifeMillis = parameters.halfLifeDays() * TimeUnit.DAYS.toMillis(1);
        double windowMillis = WINDOW * halfLifeMillis;
        boolean decays = windowMillis > 0 && Double.isFinite(windowMillis);
        return decays ? new Decay(halfLifeMillis, Math.floor(atMillis / windowMillis) * windowMillis) : new Decay(0, 0);
    }

    /** The part of an interaction's weight that does not depend on the moment. */
    double ofTime(long timeMillis) {
        return halfLifeMillis == 0 ? 1 : Math.exp((timeMillis - referenceMillis) / halfLifeMillis * Math.log(2));
    }

    /** The part that all interactions share at a moment. */
    double ofMoment(long atMillis) {
        return halfLifeMillis == 0 ? 1 : Math.exp((referenceMillis - atMillis) / halfLifeMillis * Math.log(2));
    }
}
