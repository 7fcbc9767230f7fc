package dev.clew.evaluation.tune;

import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.settings.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The settings a search may draw: each number, flag and choice a recommender declares, within its declared range; texts, lists and maps
 * keep their defaults. A range with an end that spans less than a factor of {@value #WIDE} is drawn from uniformly; of any other, a tenth
 * to ten times the default, uniformly in the logarithm: there the order of magnitude is what matters.
 */
public final class SearchSpace {
    private static final double WIDE = 100;
    private static final double SPAN = 10;

    private final List<Parameter> parameters;

    private SearchSpace(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /**
     * Of a provider's parameters.
     *
     * @throws IllegalArgumentException if none of them can be drawn
     */
    public static SearchSpace of(RecommenderProvider provider) {
        List<Parameter> drawn =
                provider.parameters().stream().filter(SearchSpace::canBeDrawn).toList();
        if (drawn.isEmpty()) {
            throw new IllegalArgumentException(
                    provider.name() + " has no number, flag or choice to tune. Set its parameters by hand with --set.");
        }
        return new SearchSpace(drawn);
    }

    private static boolean canBeDrawn(Parameter parameter) {
        return switch (parameter.kind()) {
            case INTEGER, FLOAT -> parameter.defaultValue() != null;
            case BOOLEAN, CHOICE -> true;
            case STRING, LIST, MAP, ANY -> false;
        };
    }

    /** Names of the parameters that are drawn. */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /** One setting of every parameter. */
    public Map<String, Object> draw(RandomGenerator random) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), draw(parameter, random)));
        return values;
    }

    private static Object draw(Parameter parameter, RandomGenerator random) {
        return switch (parameter.kind()) {
            case BOOLEAN -> random.nextBoolean();
            case CHOICE ->
                parameter.choices().get(random.nextInt(parameter.choices().size()));
            case INTEGER -> Math.round(number(parameter, random));
            default -> number(parameter, random);
        };
    }

    private static double number(Parameter parameter, RandomGenerator random) {
        Parameter.Range range = parameter.range();
        double share = random.nextDouble();
        if (!isWide(range)) {
            return inside(range, range.low() + share * (range.high() - range.low()));
        }
        double usual = parameter.defaultValue() instanceof Number number ? number.doubleValue() : 0;
        double middle = usual > 0 ? usual : 1;
        return Math.min(range.high(), Math.max(range.low(), middle * Math.pow(SPAN, 2 * share - 1)));
    }

    private static boolean isWide(Parameter.Range range) {
        return Double.isInfinite(range.high())
                || (range.low() > 0 && range.high() / range.low() >= WIDE)
                || range.high() - range.low() >= WIDE;
    }

    /** A draw of exactly 0 would hit an open lower bound. */
    private static double inside(Parameter.Range range, double value) {
        return value > range.low() || range.lowIncluded() ? value : (range.low() + range.high()) / 2;
    }
}
