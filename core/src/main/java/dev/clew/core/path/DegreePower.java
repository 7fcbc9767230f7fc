package dev.clew.core.path;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code degree^-exponent}, worked out beforehand for small whole degrees: most are, and a power costs as much as twenty additions. Immutable. */
final class DegreePower {
    private static final int KNOWN = 1024;
    /** Callers may ask for any exponent; few do. */
    private static final int REMEMBERED = 64;

    private static final Map<Double, DegreePower> OF_EXPONENT = new ConcurrentHashMap<>();

    private final double exponent;
    private final double[] known = new double[KNOWN];

    private DegreePower(double exponent) {
        this.exponent = exponent;
        for (int degree = 0; degree < KNOWN; degree++) {
            known[degree] = Math.pow(degree, -exponent);
        }
    }

    static DegreePower to(double exponent) {
        if (OF_EXPONENT.size() >= REMEMBERED) {
            OF_EXPONENT.clear();
        }
        return OF_EXPONENT.computeIfAbsent(exponent, DegreePower::new);
    }

    double exponent() {
        return exponent;
    }

    double of(double degree) {
        int whole = (int) degree;
        return whole == degree && whole < KNOWN ? known[whole] : Math.pow(degree, -exponent);
    }
}
