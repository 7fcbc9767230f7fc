package dev.clew.core.popularity;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/**
 * Settings of {@link PopularityRecommender}.
 *
 * @param halfLifeDays days after which an interaction counts half, at least 0; 0: age does not matter
 */
public record PopularityParameters(double halfLifeDays) {
    public static final PopularityParameters DEFAULT = new PopularityParameters(90);

    static final List<Parameter> PARAMETERS = List.of(Parameter.real(
            "halfLifeDays",
            DEFAULT.halfLifeDays(),
            Parameter.Range.closed(0, Double.POSITIVE_INFINITY),
            "Days after which an interaction counts half; 0: age does not matter."));

    public PopularityParameters {
        if (!(halfLifeDays >= 0)) {
            throw new IllegalArgumentException(
                    "halfLifeDays (" + halfLifeDays + ") must be at least 0. With 0 age does not matter.");
        }
    }

    static PopularityParameters of(Settings settings) {
        return new PopularityParameters(settings.real("halfLifeDays"));
    }
}
