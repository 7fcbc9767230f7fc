package dev.clew.gnn.ridge;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/**
 * Settings of the ridge encoder.
 *
 * @param regularisation how much the weights of attributes are drawn to 0, greater than 0
 * @param newItemScale what the score of an item without interactions is multiplied by, greater than 0: a regression's vectors are short, and
 *     known items have a degree and the linear filter besides; larger puts new items before known ones
 */
public record RidgeParameters(double regularisation, double newItemScale) {
    public RidgeParameters {
        check("regularisation", regularisation);
        check("newItemScale", newItemScale);
    }

    private static void check(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be greater than 0 and finite.");
        }
    }

    /** What callers may set. */
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.real(
                    "regularisation",
                    3,
                    new Parameter.Range(0, false, 1e9, true),
                    "how much the weights of attributes are drawn to 0"),
            Parameter.real(
                    "newItemScale",
                    140,
                    new Parameter.Range(0, false, 1e9, true),
                    "what new items' scores are multiplied by; larger puts new items before known ones"));

    static RidgeParameters of(Settings settings) {
        return new RidgeParameters(settings.real("regularisation"), settings.real("newItemScale"));
    }
}
