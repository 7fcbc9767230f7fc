package dev.clew.gnn.ease;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/**
 * Settings of EASE.
 *
 * @param regularisation how much weights are drawn to 0, greater than 0; larger for sparser data
 * @param rowSize entries kept for each item acted on, at least 1; answers are exact in the kept ones
 * @param maxItems largest catalogue that is tried; the cost grows with its cube
 */
public record EaseParameters(double regularisation, int rowSize, int maxItems) {
    public EaseParameters {
        if (!(regularisation > 0 && regularisation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "regularisation (" + regularisation + ") must be greater than 0 and finite.");
        }
        if (rowSize < 1 || maxItems < 1) {
            throw new IllegalArgumentException(
                    "rowSize (" + rowSize + ") and maxItems (" + maxItems + ") must be at least 1.");
        }
    }

    /** What callers may set. */
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.real(
                    "regularisation",
                    300,
                    new Parameter.Range(0, false, 1e9, true),
                    "how much weights are drawn to 0; larger for sparser data"),
            Parameter.integer("rowSize", 500, 1, 100_000, "entries kept for each item acted on"),
            Parameter.integer("maxItems", 10_000, 1, 46_000, "largest catalogue that is tried"));

    static EaseParameters of(Settings settings) {
        return new EaseParameters(
                settings.real("regularisation"),
                Math.toIntExact(settings.integer("rowSize")),
                Math.toIntExact(settings.integer("maxItems")));
    }
}
