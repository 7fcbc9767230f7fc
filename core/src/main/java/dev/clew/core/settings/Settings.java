package dev.clew.core.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values for a set of {@link Parameter}s, checked once: every key is known and every value is in its range. */
public final class Settings {
    private final ParameterSet parameters;
    /** What was given, as it is read. */
    private final Map<String, Object> values;

    private Settings(ParameterSet parameters, Map<String, Object> values) {
        this.parameters = parameters;
        this.values = values;
    }

    /** Every parameter at its default. */
    public static Settings defaults(Collection<Parameter> parameters) {
        return of(parameters, Map.of());
    }

    /** Checks what was given against parameters that are not used again. */
    public static Settings of(Collection<Parameter> parameters, Map<String, ? extends @Nullable Object> given) {
        return of(new ParameterSet(parameters), given);
    }

    /**
     * Checks what was given against the parameters. Cost: O(given).
     *
     * @param given names to values; a null value counts as not given
     * @throws IllegalArgumentException for an unknown name or a value out of range; the message names it, the rule and, for a
     *     name, the nearest known one
     */
    public static Settings of(ParameterSet parameters, Map<String, ? extends @Nullable Object> given) {
        Map<String, Object> values = new HashMap<>();
        given.forEach((name, value) -> {
            Parameter parameter = parameters.named(name);
            if (parameter == null) {
                throw new IllegalArgumentException(
                        "Unknown option '" + name + "'. " + Suggestion.didYouMean(name, parameters.names()));
            }
            if (value != null) {
                values.put(name, checked(parameter, value));
            }
        });
        return new Settings(parameters, values);
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

    public long integer(String name) {
        return (Long) required(name);
    }

    public Optional<Long> optionalInteger(String name) {
        return Optional.ofNullable((Long) value(name));
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
        return Optional.ofNullable((String) value(name));
    }

    public List<?> list(String name) {
        return (List<?>) required(name);
    }

    public Map<?, ?> map(String name) {
        return (Map<?, ?>) required(name);
    }

    public Optional<Object> any(String name) {
        return Optional.ofNullable(value(name));
    }

    private Object required(String name) {
        return Objects.requireNonNull(value(name), name);
    }

    private @Nullable Object value(String name) {
        Object given = values.get(name);
        if (given != null) {
            return given;
        }
        Parameter parameter = parameters.named(name);
        return parameter == null ? null : parameter.defaultValue();
    }
}
