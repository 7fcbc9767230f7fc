package dev.clew.gnn.encoder;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.gnn.ridge.RidgeParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the graph encoder.
 *
 * @param ridge those of the ridge encoder that it starts from
 * @param epochs how often every item is looked at, at least 1
 * @param learningRate of the first step, greater than 0
 * @param sharpness of the softmax: what scores are multiplied by, in units of their spread at the start; greater than 0
 * @param regressionWeight of the squared distance to the items' own vectors, beside the softmax; at least 0
 * @param checkpoints folder that the state is kept in after each epoch and gone on from; null for none
 */
record GraphEncoderParameters(
        RidgeParameters ridge,
        int epochs,
        double learningRate,
        double sharpness,
        double regressionWeight,
        @Nullable Path checkpoints) {
    GraphEncoderParameters {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs (" + epochs + ") must be at least 1.");
        }
        checkPositive("learningRate", learningRate);
        checkPositive("sharpness", sharpness);
        if (!(regressionWeight >= 0 && regressionWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "regressionWeight (" + regressionWeight + ") must be at least 0 and finite.");
        }
    }

    private static void checkPositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be greater than 0 and finite.");
        }
    }

    /** What callers may set. */
    static final List<Parameter> PARAMETERS = parameters();

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(RidgeParameters.PARAMETERS);
        all.add(Parameter.integer("epochs", 4, 1, 10000, "how often every item is looked at"));
        all.add(Parameter.real(
                "learningRate", 1e-4, new Parameter.Range(0, false, 10, true), "size of the first step"));
        all.add(Parameter.real(
                "sharpness",
                2,
                new Parameter.Range(0, false, 1e6, true),
                "what scores are multiplied by in the softmax, in units of their spread"));
        all.add(Parameter.real(
                "regressionWeight",
                0.1,
                new Parameter.Range(0, true, 1e6, true),
                "of the distance to the items' own vectors, beside the softmax"));
        all.add(Parameter.text(
                "checkpoints", null, "folder that the state is kept in and gone on from; none if not given"));
        return List.copyOf(all);
    }

    static GraphEncoderParameters of(Settings settings) {
        return new GraphEncoderParameters(
                RidgeParameters.of(settings),
                Math.toIntExact(settings.integer("epochs")),
                settings.real("learningRate"),
                settings.real("sharpness"),
                settings.real("regressionWeight"),
                settings.optionalText("checkpoints").map(Path::of).orElse(null));
    }
}
