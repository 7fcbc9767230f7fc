package dev.clew.gnn.spectral;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.FilterParameters;
import dev.clew.gnn.svd.SvdParameters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of the spectral graph filter.
 *
 * @param dimension length of the item vectors: how many of the smoothest graph signals pass, at least 1; in a small graph a quarter of all, if that is less
 * @param iterations see {@link SvdParameters}
 * @param userExponent how much busy users count less in the matrix that is decomposed, at least 0
 * @param itemExponent how much popular items count less in it, at least 0
 * @param historyExponent how much popular items acted on count less in scoring, at least 0
 * @param candidateExponent how much popular candidates count more in scoring, undoing {@code itemExponent} where it is the same
 * @param attributeWeight how much what items are counts besides what users did with them, at least 0
 * @param filter the linear filter that is added to the scores
 * @param typeWeights what each interaction type's weights are multiplied by, by its name; 1 where not given
 */
public record SpectralParameters(
        int dimension,
        int iterations,
        double userExponent,
        double itemExponent,
        double historyExponent,
        double candidateExponent,
        double attributeWeight,
        FilterParameters filter,
        Map<String, Double> typeWeights) {
    private static final int LEAST_OVERSAMPLING = 16;

    public SpectralParameters {
        typeWeights = Map.copyOf(typeWeights);
        check("userExponent", userExponent);
        check("itemExponent", itemExponent);
        check("historyExponent", historyExponent);
        check("candidateExponent", candidateExponent);
        check("attributeWeight", attributeWeight);
        new TreeMap<>(typeWeights).forEach((type, weight) -> check("typeWeights." + type, weight));
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be a number at least 0.");
        }
    }

    /** What callers may set. */
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.integer("dimension", 512, 1, 4096, "length of the item vectors; cost grows with its square"),
            Parameter.integer("iterations", 3, 1, 100, "how often the graph is walked there and back; more is exacter"),
            exponent("userExponent", 0.5, "how much busy users count less in the decomposition"),
            exponent("itemExponent", 0.5, "how much popular items count less in the decomposition"),
            exponent("historyExponent", 0.5, "how much popular items acted on count less"),
            exponent("candidateExponent", 0.5, "how much popular candidates count more"),
            Parameter.real(
                    "attributeWeight",
                    0,
                    Parameter.Range.closed(0, 1000),
                    "how much attributes count besides interactions; 0 leaves them out"),
            Parameter.real(
                    "filterWeight",
                    2,
                    Parameter.Range.closed(0, 1000),
                    "weight of the linear filter that knows close neighbours; 0 leaves it out"),
            exponent("filterHistoryExponent", 0.5, "how much popular items acted on count less in the linear filter"),
            exponent("filterUserExponent", 1, "how much busy users count less in the linear filter"),
            exponent("filterCandidateExponent", 0.3, "how much popular candidates count less in the linear filter"),
            Parameter.map("typeWeights", "how much each interaction type counts, by its name; 1 if not given"));

    private static Parameter exponent(String name, double value, String description) {
        return Parameter.real(name, value, Parameter.Range.closed(0, 2), description);
    }

    static final SpectralParameters DEFAULT = of(Settings.defaults(PARAMETERS));

    /** The defaults with another dimension. */
    public static SpectralParameters of(int dimension) {
        return of(Settings.of(PARAMETERS, Map.of("dimension", dimension)));
    }

    /** @param settings of {@link #PARAMETERS} */
    public static SpectralParameters of(Settings settings) {
        return new SpectralParameters(
                Math.toIntExact(settings.integer("dimension")),
                Math.toIntExact(settings.integer("iterations")),
                settings.real("userExponent"),
                settings.real("itemExponent"),
                settings.real("historyExponent"),
                settings.real("candidateExponent"),
                settings.real("attributeWeight"),
                new FilterParameters(
                        settings.real("filterWeight"),
                        settings.real("filterHistoryExponent"),
                        settings.real("filterUserExponent"),
                        settings.real("filterCandidateExponent")),
                typeWeights(settings.map("typeWeights")));
    }

    private static Map<String, Double> typeWeights(Map<?, ?> given) {
        Map<String, Double> weights = new TreeMap<>();
        given.forEach((type, value) -> {
            if (!(value instanceof Number number)) {
                throw new IllegalArgumentException("typeWeights." + type + " (" + value + ") must be a number.");
            }
            weights.put(String.valueOf(type), number.doubleValue());
        });
        return weights;
    }

    /**
     * What is asked of the decomposition of a matrix of this size. A filter that lets a large part of all signals pass is none, so that no more than
     * a quarter of them do, however small the graph.
     */
    SvdParameters svd(int rows, int columns, long seed) {
        int passing = Math.max(1, Math.min(dimension, Math.min(rows, columns) / 4));
        return new SvdParameters(passing, LEAST_OVERSAMPLING + passing / 8, iterations, seed);
    }
}
