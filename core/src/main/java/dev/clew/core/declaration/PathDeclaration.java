package dev.clew.core.declaration;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path worth walking, or the weight of one that is there without declaring it.
 *
 * @param name what its weight is called by
 * @param steps relationship types as Cypher would walk them: {@code TYPE>} along the stored relationship, {@code <TYPE} against it, {@code TYPE} either way;
 *     none: the name is that of a path there is anyway
 * @param weight at least 0; null: the recommender's default
 */
public record PathDeclaration(
        String name, List<String> steps, @Nullable Double weight) {
    private static final int MOST_STEPS = 6;

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.text("name", null, "what the path's weight is called by"),
            Parameter.list(
                    "steps", "relationship types in walking order: 'TYPE>' along, '<TYPE' against, 'TYPE' either way"),
            Parameter.any("weight", "how much its walks count, at least 0; 0 leaves it out"));

    public PathDeclaration {
        steps = List.copyOf(steps);
        if (steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "steps (" + steps.size() + " of them) must be at most " + MOST_STEPS + ".");
        }
        if (steps.isEmpty() && weight == null) {
            throw new IllegalArgumentException(
                    "steps must be given, or a weight for a path that is there without declaring it.");
        }
        if (weight != null && !(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "weight (" + weight + ") must be a number of at least 0; 0 leaves the path out.");
        }
    }

    static PathDeclaration of(Map<String, ?> map) {
        Settings settings = Settings.of(PARAMETERS, map);
        List<String> steps = new ArrayList<>();
        for (Object step : settings.list("steps")) {
            if (!(step instanceof String text) || text.isBlank()) {
                throw new IllegalArgumentException("steps[" + steps.size() + "] (" + step + ") must be a string.");
            }
            steps.add(text);
        }
        return new PathDeclaration(Fields.required(settings, "name"), steps, weight(settings));
    }

    private static @Nullable Double weight(Settings settings) {
        Object weight = settings.any("weight").orElse(null);
        if (weight != null && !(weight instanceof Number)) {
            throw new IllegalArgumentException(
                    "weight (" + weight + ") must be a number of at least 0; 0 leaves the path out.");
        }
        return weight == null ? null : ((Number) weight).doubleValue();
    }

    /** The same path with another weight. */
    public PathDeclaration withWeight(double other) {
        return new PathDeclaration(name, steps, other);
    }

    Map<String, Object> toMap() {
        return Fields.map("name", name, "steps", steps.isEmpty() ? null : steps, "weight", weight);
    }
}
