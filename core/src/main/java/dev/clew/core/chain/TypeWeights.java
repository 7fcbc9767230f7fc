package dev.clew.core.chain;

import dev.clew.core.graph.GraphSchema;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How readily relationship types are walked.
 *
 * @param byName weights by the types' names, at least 0; 1 where nothing is said, and 0 is never walked
 */
public record TypeWeights(Map<String, Double> byName) {
    /** Every type alike. */
    public static final TypeWeights EQUAL = new TypeWeights(Map.of());

    /** What callers set. */
    public static final Parameter PARAMETER =
            Parameter.map("typeWeights", "how readily each relationship type is walked, by its name; 1 if not given");

    public TypeWeights {
        byName = Map.copyOf(byName);
        new TreeMap<>(byName).forEach(TypeWeights::check);
    }

    private static void check(String type, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "typeWeights." + type + " (" + weight + ") must be a finite number at least 0.");
        }
    }

    /**
     * Reads what a caller gave.
     *
     * @throws IllegalArgumentException if a type is named that is not declared, or a weight is not a number at least 0
     */
    public static TypeWeights of(GraphSchema schema, Map<?, ?> given) {
        List<String> known = schema.relationshipTypes().stream()
                .map(RelationshipType::name)
                .distinct()
                .toList();
        Map<String, Double> weights = new TreeMap<>();
        given.forEach((key, value) -> {
            String type = String.valueOf(key);
            if (!known.contains(type)) {
                throw new IllegalArgumentException("typeWeights: '" + type + "' must be a declared relationship type. "
                        + Suggestion.didYouMean(type, known));
            }
            if (!(value instanceof Number number)) {
                throw new IllegalArgumentException("typeWeights." + type + " (" + value + ") must be a number.");
            }
            weights.put(type, number.doubleValue());
        });
        return new TypeWeights(weights);
    }

    /** The weight of a type. */
    public double of(String type) {
        return byName.getOrDefault(type, 1.0);
    }

    /** The weights by the types' indexes. */
    public double[] byIndex(GraphSchema schema) {
        return schema.relationshipTypes().stream()
                .mapToDouble(type -> of(type.name()))
                .toArray();
    }
}
