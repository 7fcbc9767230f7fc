package dev.clew.gnn.ridge;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/**
 * Settings of the ridge encoder.
 *
 * @param dimension length of the item vectors, at least 1; the spectral filter's other settings are its defaults
 * @param regularisation how much the weights of attributes are drawn to 0, greater than 0
 * @param sharedWeight what an attribute counts by itself, besides the vector it leads to, when the user acted on something that has it; at least
 *     0, 0 leaves it out
 * @param newItemScale what the score of an item without interactions is multiplied by, greater than 0: larger puts new items before known ones; 0
 *     has it chosen by {@link NewItemScale}
 */
public record RidgeParameters(int dimension, double regularisation, double sharedWeight, double newItemScale) {
    public RidgeParameters {
        if (!(regularisation > 0 && regularisation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "regularisation (" + regularisation + ") must be greater than 0 and finite.");
        }
        check("sharedWeight", sharedWeight);
        check("newItemScale", newItemScale);
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least 0 and finite.");
        }
    }

    /** What callers may set. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.integer("dimension", 512, 1, 4096, "length of the item vectors; cost grows with its square"),
            Parameter.real(
                    "regularisation",
                    3,
                    new Parameter.Range(0, false, 1e9, true),
                    "how much the weights of attributes are drawn to 0"),
            Parameter.real(
                    "sharedWeight",
                    0.0015,
                    new Parameter.Range(0, true, 1e9, true),
                    "what an attribute that the user's items have counts by itself; 0 leaves it out"),
            Parameter.real(
                    "newItemScale",
                    0,
                    new Parameter.Range(0, true, 1e9, true),
                    "what new items' scores are multiplied by, larger puts them before known ones; 0: chosen so that"
                            + " known items lose at most 2 % of Recall@20"));

    /** @param settings of {@link #PARAMETERS}, maybe among others */
    public static RidgeParameters of(Settings settings) {
        return new RidgeParameters(
                Math.toIntExact(settings.integer("dimension")),
                settings.real("regularisation"),
                settings.real("sharedWeight"),
                settings.real("newItemScale"));
    }
}
