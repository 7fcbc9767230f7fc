package dev.clew.benchmarks.timing;

import org.HdrHistogram.Histogram;

/** How long calls took, as their clients saw it; calls that timed out count with the time they took. */
public final class Measurement {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Histogram nanos = new Histogram(SIGNIFICANT_DIGITS);
    private long timeouts;
    private double seconds;

    /** A call that was answered. */
    public void answered(long tookNanos) {
        nanos.recordValue(tookNanos);
    }

    /** A call that the database gave up. */
    public void timedOut(long tookNanos) {
        nanos.recordValue(tookNanos);
        timeouts++;
    }

    /** Adds the calls of another client, or of another round, but not its wall time. */
    void add(Measurement other) {
        nanos.add(other.nanos);
        timeouts += other.timeouts;
    }

    /** Adds the calls and the wall time of another round. */
    public void addRound(Measurement other) {
        add(other);
        seconds += other.seconds;
    }

    void lasted(double wallSeconds) {
        seconds += wallSeconds;
    }

    /** Calls that ended, in time or not. */
    public long calls() {
        return nanos.getTotalCount();
    }

    /** Calls that the database gave up. */
    public long timeouts() {
        return timeouts;
    }

    /**
     * The time that a share of the calls stayed within, in milliseconds, to three digits; 0 without calls.
     *
     * @param percent in [0, 100]
     */
    public double millisAt(double percent) {
        return nanos.getValueAtPercentile(percent) / NANOS_PER_MILLI;
    }

    /** Calls of all clients together in a second of wall time. */
    public double perSecond() {
        return seconds == 0 ? 0 : calls() / seconds;
    }
}
