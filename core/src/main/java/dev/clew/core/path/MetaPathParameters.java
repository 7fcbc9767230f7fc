package dev.clew.core.path;

import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.Step;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.settings.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Settings of {@link MetaPathRecommender}.
 *
 * @param historyExponent how much an action on a popular item says less, in [0, 1]: the first step is divided by the weighted degree of the
 *     item acted on to this power
 * @param degreeExponent how much a walk is thinned where it could go many ways, in [0, 1]: each later step is divided by the left node's
 *     weighted degree to this power; 0 counts walks, 1 makes them transition probabilities
 * @param candidateExponent how much a popular item is held back, in [0, 1]: its score along a path is divided by its weighted degree to
 *     this power
 * @param degreeExponents exponents by relationship type that stand in for {@code degreeExponent} on steps of that type
 * @param pathWeights weights by {@link MetaPath#name}, at least 0; a path not named has {@link #INTERACTION_WEIGHT} where its steps are
 *     interactions, else {@link #OTHER_WEIGHT}
 */
public record MetaPathParameters(
        double historyExponent,
        double degreeExponent,
        double candidateExponent,
        Map<String, Double> degreeExponents,
        Map<String, Double> pathWeights) {
    public static final double INTERACTION_WEIGHT = 1;
    /** Attributes and links say less than what people do, and there are mostly several of them. */
    public static final double OTHER_WEIGHT = 0.1;

    public static final MetaPathParameters DEFAULT = new MetaPathParameters(0.5, 0.5, 0.3, Map.of(), Map.of());

    private static final Parameter.Range EXPONENT = Parameter.Range.closed(0, 1);
    private static final List<Parameter> EXPONENTS = List.of(
            Parameter.real(
                    "historyExponent",
                    DEFAULT.historyExponent(),
                    EXPONENT,
                    "How much an action on a popular item says less: 0 not at all."),
            Parameter.real(
                    "degreeExponent",
                    DEFAULT.degreeExponent(),
                    EXPONENT,
                    "How much walks through busy nodes count less: 0 not at all, 1 as transition probabilities."),
            Parameter.real(
                    "candidateExponent",
                    DEFAULT.candidateExponent(),
                    EXPONENT,
                    "How much popular items are held back: 0 not at all."));
    private static final Parameter PATH_WEIGHTS = Parameter.map(
            "pathWeights",
            "Weight of each kind of path by relationship type, for example {RATED: 1, IN_GENRE: 0.1}; links have two, TYPE> and"
                    + " <TYPE; declared paths have their name. A path not named has its declared weight.");
    private static final Parameter DEGREE_EXPONENTS = Parameter.map(
            "degreeExponents",
            "degreeExponent by relationship type, for example {IN_GENRE: 0.8}; a type not named has degreeExponent.");
    /** Of a recommender over paths of all kinds. */
    static final List<Parameter> PARAMETERS = Stream.concat(
                    EXPONENTS.stream(), Stream.of(DEGREE_EXPONENTS, PATH_WEIGHTS))
            .toList();
    /** Of a recommender over what people did alone. */
    static final List<Parameter> KERNEL_PARAMETERS = EXPONENTS;

    public MetaPathParameters {
        checkExponent("historyExponent", historyExponent);
        checkExponent("degreeExponent", degreeExponent);
        checkExponent("candidateExponent", candidateExponent);
        degreeExponents = Map.copyOf(degreeExponents);
        degreeExponents.forEach((type, exponent) -> checkExponent("degreeExponents." + type, exponent));
        pathWeights = Map.copyOf(pathWeights);
        pathWeights.forEach(MetaPathParameters::checkWeight);
    }

    /** The same exponents for every relationship type. */
    MetaPathParameters(
            double historyExponent, double degreeExponent, double candidateExponent, Map<String, Double> pathWeights) {
        this(historyExponent, degreeExponent, candidateExponent, Map.of(), pathWeights);
    }

    /** The same exponent for every step. */
    MetaPathParameters(double degreeExponent, double candidateExponent, Map<String, Double> pathWeights) {
        this(degreeExponent, degreeExponent, candidateExponent, pathWeights);
    }

    private static void checkExponent(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be in [0, 1].");
        }
    }

    private static void checkWeight(String path, double weight) {
        if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
            throw invalidWeight(path, weight);
        }
    }

    private static IllegalArgumentException invalidWeight(String path, Object weight) {
        return new IllegalArgumentException(
                "pathWeights." + path + " (" + weight + ") must be a number of at least 0; 0 leaves the path out.");
    }

    static MetaPathParameters of(Settings settings) {
        Map<String, Double> weights = new TreeMap<>();
        settings.map("pathWeights").forEach((path, weight) -> {
            if (!(weight instanceof Number number)) {
                throw invalidWeight(String.valueOf(path), String.valueOf(weight));
            }
            weights.put(String.valueOf(path), number.doubleValue());
        });
        Map<String, Double> exponents = new TreeMap<>();
        settings.map("degreeExponents").forEach((type, exponent) -> {
            if (!(exponent instanceof Number number)) {
                throw new IllegalArgumentException(
                        "degreeExponents." + type + " (" + exponent + ") must be a number in [0, 1].");
            }
            exponents.put(String.valueOf(type), number.doubleValue());
        });
        return of(settings, exponents, weights);
    }

    static MetaPathParameters ofKernel(Settings settings) {
        return of(settings, Map.of(), Map.of());
    }

    private static MetaPathParameters of(
            Settings settings, Map<String, Double> degreeExponents, Map<String, Double> pathWeights) {
        return new MetaPathParameters(
                settings.real("historyExponent"),
                settings.real("degreeExponent"),
                settings.real("candidateExponent"),
                degreeExponents,
                pathWeights);
    }

    /** These parameters, a path that they do not name having the weight it was declared or learned with. */
    MetaPathParameters over(Map<String, Double> declaredWeights) {
        Map<String, Double> weights = new TreeMap<>(declaredWeights);
        weights.putAll(pathWeights);
        return new MetaPathParameters(historyExponent, degreeExponent, candidateExponent, degreeExponents, weights);
    }

    /** The exponent of a step that is not a walk's first. */
    double degreeExponentOf(Step step) {
        return degreeExponents.getOrDefault(step.type().name(), degreeExponent);
    }

    /** Refuses a weight for a path that is none of these, or an exponent for a relationship type that none walks: most likely misspelled. */
    void checkNames(List<MetaPath> paths) {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> types = new TreeSet<>();
        for (MetaPath path : paths) {
            names.add(path.name());
            path.steps().forEach(step -> types.add(step.type().name()));
        }
        checkNames("pathWeights", "path", pathWeights, names);
        checkNames("degreeExponents", "relationship type", degreeExponents, types);
    }

    private static void checkNames(String option, String what, Map<String, Double> given, TreeSet<String> known) {
        new TreeSet<>(given.keySet())
                .stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
                    throw new IllegalArgumentException(option + " names an unknown " + what + " '" + unknown + "'. "
                            + Suggestion.didYouMean(unknown, known));
                });
    }

    double weightOf(MetaPath path) {
        boolean interactions =
                path.steps().stream().allMatch(step -> step.type().role() == RelationshipRole.INTERACTION);
        return pathWeights.getOrDefault(path.name(), interactions ? INTERACTION_WEIGHT : OTHER_WEIGHT);
    }
}
