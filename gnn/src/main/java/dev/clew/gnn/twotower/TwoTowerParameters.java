package dev.clew.gnn.twotower;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.gnn.training.TrainingParameters;
import java.util.List;
import java.util.stream.Stream;

/**
 * Settings of the two towers.
 *
 * @param dimension length of the item vectors, at least 1
 * @param negativeCount items of the batch that stand for those a user did not choose, at least 1
 * @param startSize root mean square of the items' own vectors at the start, greater than 0; those of attributes start at 0
 * @param training settings of the loop
 */
public record TwoTowerParameters(int dimension, int negativeCount, double startSize, TrainingParameters training) {
    private static final List<Parameter> OWN = List.of(
            Parameter.integer("dimension", 64, 1, 1024, "length of the item vectors"),
            Parameter.integer("negativeCount", 2048, 1, 65536, "items of the batch drawn a step"),
            Parameter.real(
                    "startSize", 0.1, new Parameter.Range(0, false, 100, true), "how long vectors are at the start"));

    /** What callers may set. */
    static final List<Parameter> PARAMETERS =
            Stream.concat(OWN.stream(), TrainingParameters.PARAMETERS.stream()).toList();

    static TwoTowerParameters of(Settings settings) {
        return new TwoTowerParameters(
                Math.toIntExact(settings.integer("dimension")),
                Math.toIntExact(settings.integer("negativeCount")),
                settings.real("startSize"),
                TrainingParameters.of(settings));
    }

    /** Everything but the loop, in words. */
    String model() {
        return List.of("two-tower", dimension, negativeCount, startSize).toString();
    }
}
