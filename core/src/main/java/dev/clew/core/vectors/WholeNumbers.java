package dev.clew.core.vectors;

/** A vector in whole numbers: {@code v = step * values + error}. */
final class WholeNumbers {
    /** Times the largest number in a copy of a candidate, 127, and the most columns of a chunk, 128, less than 2^31. */
    private static final int LARGEST = Short.MAX_VALUE;

    private static final double ROUNDED_UP = 1 + 1e-12;

    private final double step;
    private final int[] values;
    private final double error;

    private WholeNumbers(double step, int[] values, double error) {
        this.step = step;
        this.values = values;
        this.error = error;
    }

    static WholeNumbers of(double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        double step = largest == 0 ? 1 : largest / LARGEST;
        int[] values = new int[vector.length];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            values[i] = (int) Math.round(vector[i] / step);
            double error = vector[i] - step * values[i];
            squares += error * error;
        }
        return new WholeNumbers(step, values, Math.sqrt(squares) * ROUNDED_UP);
    }

    double step() {
        return step;
    }

    /** The numbers themselves; not to be changed. */
    int[] values() {
        return values;
    }

    /** At least the length of what they leave out. */
    double error() {
        return error;
    }
}
