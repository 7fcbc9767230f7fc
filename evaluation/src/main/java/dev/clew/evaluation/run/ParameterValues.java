package dev.clew.evaluation.run;

import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.settings.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Parameter values as people write them on a command line, and as results tell them. */
public final class ParameterValues {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ParameterValues() {}

    /**
     * Reads a value: numbers, lists and maps as JSON, texts as they are.
     *
     * @throws IllegalArgumentException if it is no JSON where that is wanted, or the recommender has no such parameter
     */
    public static Object read(RecommenderProvider provider, String name, String text) {
        Parameter parameter = provider.parameters().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(provider.name() + " has no parameter '" + name + "'. "
                        + dev.clew.core.settings.Suggestion.didYouMean(
                                name,
                                provider.parameters().stream()
                                        .map(Parameter::name)
                                        .toList())));
        boolean isText = parameter.kind() == Parameter.Kind.STRING || parameter.kind() == Parameter.Kind.CHOICE;
        return isText ? text : json(parameter, text);
    }

    private static Object json(Parameter parameter, String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException(
                    parameter.name() + " (" + text + ") must be " + parameter.rule() + ".", notJson);
        }
    }

    /** Every parameter with the value given for it, or its default. */
    public static Map<String, @Nullable Object> complete(RecommenderProvider provider, Map<String, ?> given) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Parameter parameter : provider.parameters()) {
            Object value = given.get(parameter.name());
            values.put(parameter.name(), value == null ? parameter.defaultValue() : value);
        }
        return values;
    }
}
