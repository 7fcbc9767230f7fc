package dev.clew.core.path.learn;

import java.util.function.BooleanSupplier;

/**
 * Minimises a convex function over weights of at least 0: steps down the gradient, cuts what falls below 0 off, and halves the step until the function
 * falls enough (Armijo's rule along the projection arc). Source: Bertsekas, On the Goldstein-Levitin-Polyak gradient projection
 * method, IEEE Transactions on Automatic Control 1976.
 */
final class ProjectedGradient {
    private static final int MOST_STEPS = 500;
    private static final int MOST_HALVINGS = 40;
    private static final double SUFFICIENT = 1e-4;
    private static final double TOLERANCE = 1e-7;

    /** A function and its gradient. */
    interface Function {
        /** The value at the point; fills in the gradient there. */
        double at(double[] point, double[] gradient);
    }

    private final Function function;
    private final BooleanSupplier goOn;
    private double[] point;
    private double value;
    private double[] gradient;
    private double step = 1;

    private ProjectedGradient(Function function, double[] start, BooleanSupplier goOn) {
        this.function = function;
        this.goOn = goOn;
        this.point = start.clone();
        this.gradient = new double[start.length];
        this.value = function.at(point, gradient);
    }

    /**
     * The minimum, or the lowest point met by the time {@code goOn} says no.
     *
     * @param start at least 0 in each coordinate; not modified
     */
    static double[] minimum(Function function, double[] start, BooleanSupplier goOn) {
        ProjectedGradient search = new ProjectedGradient(function, start, goOn);
        for (int i = 0; i < MOST_STEPS && goOn.getAsBoolean(); i++) {
            double before = search.value;
            if (!search.descend() || before - search.value <= TOLERANCE * Math.abs(before)) {
                break;
            }
        }
        return search.point;
    }

    /** One step; false if none goes down. */
    private boolean descend() {
        for (int i = 0; i < MOST_HALVINGS && goOn.getAsBoolean(); i++) {
            double[] next = new double[point.length];
            double[] nextGradient = new double[point.length];
            double moved = 0;
            for (int j = 0; j < point.length; j++) {
                next[j] = Math.max(0, point[j] - step * gradient[j]);
                moved += (next[j] - point[j]) * (next[j] - point[j]);
            }
            double nextValue = function.at(next, nextGradient);
            if (nextValue <= value - SUFFICIENT / step * moved) {
                point = next;
                value = nextValue;
                gradient = nextGradient;
                step *= 2;
                return moved > 0;
            }
            step /= 2;
        }
        return false;
    }
}
