package dev.clew.core.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values for a set of {@link Parameter}s, checked once: every key is known and every value is in its range. */
public final class Settings {
    private final Map<String, @Nullable Object> values;

    private Settings(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** Every parameter at its default. */
    public static Settings defaults(Collection<Parameter> parameters) {
        return of(parameters, Map.of());
    }

    /**
     * Checks what was given against the parameters.
     *
     * @param given names to values; a null value counts as not given
     * @throws IllegalArgumentException for an unknown name or a value out of range; the message names it, the rule and, for a
     *     name, the nearest known one
     */
    public static Settings of(Collection<Parameter> parameters, Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object value = given.get(parameter.name());
            values.put(parameter.name(), value == null ? parameter.defaultValue() : checked(parameter, value));
        }
        given.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .findFirst()
                .ifPresent(unknown -> {
                    List<String> known =
                            parameters.stream().map(Parameter::name).toList();
                    throw new IllegalArgumentException(
                            "Unknown option '" + unknown + "'. " + Suggestion.didYouMean(unknown, known));
                });
        return new Settings(values);
    }

    private static Object checked(Parameter parameter, Object value) {
        Object converted = convert(parameter, value);
        boolean inRange =
                !(converted instanceof Number number) || parameter.range().contains(number.doubleValue());
        if (!inRange
                || (parameter.kind() == Parameter.Kind.CHOICE
                        && !parameter.choices().contains(value))) {
            throw invalid(parameter, value);
        }
        return converted;
    }

    private static Object convert(Parameter parameter, Object value) {
        return switch (parameter.kind()) {
            case INTEGER -> {
                if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
                    yield number.longValue();
                }
                throw invalid(parameter, value);
            }
            case FLOAT -> {
                if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                    yield number.doubleValue();
                }
                throw invalid(parameter, value);
            }
            case BOOLEAN -> expect(Boolean.class, parameter, value);
            case STRING, CHOICE -> expect(String.class, parameter, value);
            case LIST -> expect(List.class, parameter, value);
            case MAP -> expect(Map.class, parameter, value);
            case ANY -> value;
        };
    }

    private static Object expect(Class<?> type, Parameter parameter, Object value) {
        if (!type.isInstance(value)) {
            throw invalid(parameter, value);
        }
        return value;
    }

    private static IllegalArgumentException invalid(Parameter parameter, Object value) {
        return new IllegalArgumentException(parameter.name() + " (" + value + ") must be " + parameter.rule() + ".");
    }

    /** The settings of the given parameters only, for handing a recommender what is its own. */
    public Settings only(Collection<Parameter> parameters) {
        Map<String, @Nullable Object> own = new HashMap<>();
        parameters.forEach(parameter -> own.put(parameter.name(), values.get(parameter.name())));
        return new Settings(own);
    }

    public long integer(String name) {
        return (Long) required(name);
    }

    public Optional<Long> optionalInteger(String name) {
        return Optional.ofNullable((Long) values.get(name));
    }

    public double real(String name) {
        return (Double) required(name);
    }

    public boolean flag(String name) {
        return (Boolean) required(name);
    }

    public String text(String name) {
        return (String) required(name);
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    public List<?> list(String name) {
        return (List<?>) required(name);
    }

    public Map<?, ?> map(String name) {
        return (Map<?, ?>) required(name);
    }

    public Optional<Object> any(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private Object required(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
