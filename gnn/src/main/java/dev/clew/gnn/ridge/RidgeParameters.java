package dev.clew.gnn.ridge;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/**
 * Settings of the ridge encoder.
 *
 * @param regularisation how much the weights of attributes are drawn to 0, greater than 0
 * @param newItemDegree how many interactions an item without any counts as having when it is scored, greater than 0; larger
 *     puts new items before known ones
 */
public record RidgeParameters(double regularisation, double newItemDegree) {
    public RidgeParameters {
        check("regularisation", regularisation);
        check("newItemDegree", newItemDegree);
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
                    "newItemDegree",
                    1,
                    new Parameter.Range(0, false, 1e9, true),
                    "interactions a new item counts as having; larger puts new items before known ones"));

    static RidgeParameters of(Settings settings) {
        return new RidgeParameters(settings.real("regularisation"), settings.real("newItemDegree"));
    }
}
