package dev.clew.gnn.training;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the loop that learns by gradients.
 *
 * @param epochs how often every user is looked at, at least 1
 * @param usersPerStep users whose gradient moves the parameters together, at least 1
 * @param learningRate of the first step, greater than 0; it falls in a line to 0
 * @param weightDecay how much parameters are drawn to 0, at least 0
 * @param patience epochs without a better validation figure after which learning ends, at least 1
 * @param checkpoints folder that the state is kept in after each epoch and gone on from; null for none
 */
public record TrainingParameters(
        int epochs,
        int usersPerStep,
        double learningRate,
        double weightDecay,
        int patience,
        @Nullable Path checkpoints) {
    public TrainingParameters {
        atLeastOne("epochs", epochs);
        atLeastOne("usersPerStep", usersPerStep);
        atLeastOne("patience", patience);
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "learningRate (" + learningRate + ") must be greater than 0 and finite.");
        }
        if (!(weightDecay >= 0 && weightDecay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weightDecay (" + weightDecay + ") must be a number at least 0.");
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least 1.");
        }
    }

    /** What callers may set. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.integer("epochs", 56, 1, 10000, "how often every user is looked at"),
            Parameter.integer("usersPerStep", 2048, 1, 1 << 20, "users whose gradient moves the vectors together"),
            Parameter.real(
                    "learningRate",
                    0.01,
                    new Parameter.Range(0, false, 10, true),
                    "size of the first step; it falls in a line to 0"),
            Parameter.real("weightDecay", 0, Parameter.Range.closed(0, 1), "how much vectors are drawn to 0"),
            Parameter.integer(
                    "patience", 5, 1, 10000, "epochs without a better validation figure before learning ends"),
            Parameter.text(
                    "checkpoints", null, "folder that the state is kept in and gone on from; none if not given"));

    /** @param settings of {@link #PARAMETERS}, maybe among others */
    public static TrainingParameters of(Settings settings) {
        return new TrainingParameters(
                Math.toIntExact(settings.integer("epochs")),
                Math.toIntExact(settings.integer("usersPerStep")),
                settings.real("learningRate"),
                settings.real("weightDecay"),
                Math.toIntExact(settings.integer("patience")),
                settings.optionalText("checkpoints").map(Path::of).orElse(null));
    }
}
