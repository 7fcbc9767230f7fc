package dev.clew.core.declaration;

import dev.clew.core.graph.KeyType;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the parts of a declaration share in being read from a map and written to one. */
final class Fields {
    static final Parameter KEY_TYPE =
            Parameter.text("keyType", null, "'integer' or 'string'; read off the stored nodes where it is not given");

    private Fields() {}

    static List<Parameter> concat(List<Parameter> parameters, Parameter... more) {
        return Stream.concat(parameters.stream(), Stream.of(more)).toList();
    }

    static String required(Settings settings, String name) {
        return settings.optionalText(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(name + " must be given."));
    }

    static @Nullable KeyType keyType(Settings settings) {
        return settings.optionalText("keyType")
                .map(text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "integer" -> KeyType.INTEGER;
                    case "string" -> KeyType.STRING;
                    default ->
                        throw new IllegalArgumentException("keyType (" + text + ") must be 'integer' or 'string'.");
                })
                .orElse(null);
    }

    /** A map of the name-value pairs whose value is not null, in their order; enums in lower case. */
    static Map<String, Object> map(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value instanceof Enum<?> constant) {
                map.put(String.valueOf(namesAndValues[i]), constant.name().toLowerCase(Locale.ROOT));
            } else if (value != null) {
                map.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return map;
    }
}
