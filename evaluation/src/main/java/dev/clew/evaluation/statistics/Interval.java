package dev.clew.evaluation.statistics;

/**
 * A mean and the range that would hold it in most repetitions with other users.
 *
 * @param value the mean over the users
 * @param low lower bound
 * @param high upper bound
 */
public record Interval(double value, double low, double high) {

    /** A number that is no mean over users, and so has no range. */
    public static Interval exactly(double value) {
        return new Interval(value, value, value);
    }
}
