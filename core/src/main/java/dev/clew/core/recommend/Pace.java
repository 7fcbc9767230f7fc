package dev.clew.core.recommend;

import java.util.function.LongSupplier;

/**
 * The clock of one kind of answer, and how long the work after the cut, for which {@linkplain WorkMeter#reserve time is reserved}, really takes on this machine, next to what was
 * reckoned. That hangs on the machine, on what else it does and on what Java has made of the code, so it is learned from each answer that the clock cut: a late
 * one counts at once, one in time only makes up for it slowly. It shows in nothing but the moment at which the clock cuts an answer.
 *
 * <p>Thread-safe.
 */
public final class Pace {
    /** A machine that stood still once must not make all answers short. */
    private static final double MOST = 4;

    /** So much of the way goes the slowness to that of an answer. */
    private static final double LEARNED_FROM_LATE = 0.5;

    private static final double LEARNED_FROM_IN_TIME = 0.002;

    /** What takes less says little. */
    private static final long LEAST_NANOS = 500_000;

    private final LongSupplier nanoTime;
    private double slowness = 1;

    /** @param nanoTime the clock, as {@link System#nanoTime} */
    public Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** By how much more time than reckoned is to be reserved, 1 to {@value #MOST}. */
    synchronized double slowness() {
        return slowness;
    }

    /** Is told how long something took. */
    synchronized void learn(long reckonedNanos, long tookNanos) {
        if (reckonedNanos >= LEAST_NANOS) {
            double ratio = Math.max(1, Math.min(MOST, (double) tookNanos / reckonedNanos));
            slowness += (ratio > slowness ? LEARNED_FROM_LATE : LEARNED_FROM_IN_TIME) * (ratio - slowness);
        }
    }
}
