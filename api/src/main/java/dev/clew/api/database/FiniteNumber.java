package dev.clew.api.database;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** A number that JSON can say: it knows neither NaN nor infinity, which a share of a score of zero is. */
public final class FiniteNumber {
    private FiniteNumber() {}

    /** The number, or null if there is none or it is not finite. */
    public static @Nullable Double orNull(Value value) {
        if (value.isNull()) {
            return null;
        }
        double number = value.asDouble();
        return Double.isFinite(number) ? number : null;
    }
}
