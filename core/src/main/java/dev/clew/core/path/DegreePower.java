package dev.clew.core.path;

/**
 * {@code degree^-exponent}, remembered for small whole degrees: most are, and a power costs as much as twenty additions. Not thread-safe.
 */
final class DegreePower {
    private static final int REMEMBERED = 1024;

    private final double exponent;
    private final double[] known = new double[REMEMBERED];

    DegreePower(double exponent) {
        this.exponent = exponent;
    }

    double exponent() {
        return exponent;
    }

    double of(double degree) {
        int whole = (int) degree;
        if (whole != degree || whole >= REMEMBERED) {
            return Math.pow(degree, -exponent);
        }
        if (known[whole] == 0) {
            known[whole] = Math.pow(degree, -exponent);
        }
        return known[whole];
    }
}
