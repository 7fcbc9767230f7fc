package dev.clew.ingest.mapping;

import dev.clew.core.settings.Suggestion;
import dev.clew.ingest.mapping.YamlValue.Entry;
import dev.clew.ingest.mapping.YamlValue.YamlList;
import dev.clew.ingest.mapping.YamlValue.YamlMap;
import dev.clew.ingest.mapping.YamlValue.YamlScalar;
import dev.clew.ingest.source.Identifiers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one map of a mapping file and notes what is wrong. After a problem it goes on with a value that fits, so that one run tells all;
 * nothing read is used once there are problems.
 */
final class MapReader {
    /** Stands where a name could not be read. */
    static final String PLACEHOLDER = "_unreadable_";

    private final Problems problems;
    private final Position at;
    private final Map<String, Entry> entries;

    /**
     * A reader.
     *
     * @param what the map is, for messages: {@code "a node"}
     */
    MapReader(Problems problems, YamlValue value, String what, List<String> allowed) {
        this.problems = problems;
        this.at = value.at();
        this.entries = entries(value, what);
        entries.forEach((key, entry) -> {
            if (!allowed.contains(key)) {
                problems.add(entry.at(), what + " has no '" + key + "'. " + Suggestion.didYouMean(key, allowed) + ".");
            }
        });
    }

    private Map<String, Entry> entries(YamlValue value, String what) {
        if (value instanceof YamlMap map) {
            return map.entries();
        }
        problems.add(value.at(), what + " (" + value.kind() + ") must be a map.");
        return Map.of();
    }

    Position at() {
        return at;
    }

    @Nullable
    YamlValue optional(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Where a key's value stands; where the map stands if it is absent. */
    Position at(String key) {
        YamlValue value = optional(key);
        return value == null ? at : value.at();
    }

    String text(String key) {
        String text = optionalText(key);
        if (text == null && optional(key) == null) {
            problems.add(at, "'" + key + "' is missing.");
        }
        return text == null ? PLACEHOLDER : text;
    }

    @Nullable
    String optionalText(String key) {
        YamlValue value = optional(key);
        if (value == null) {
            return null;
        }
        if (value instanceof YamlScalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        problems.add(value.at(), key + " (" + value.kind() + ") must be a text.");
        return null;
    }

    /** A label, type or property name. */
    String identifier(String key) {
        String name = text(key);
        try {
            return Identifiers.require(key, name);
        } catch (IllegalArgumentException invalid) {
            problems.add(at(key), String.valueOf(invalid.getMessage()));
            return PLACEHOLDER;
        }
    }

    char character(String key, char otherwise) {
        String text = optionalText(key);
        if (text == null) {
            return otherwise;
        }
        if (text.length() != 1) {
            problems.add(at(key), key + " (" + text + ") must be one character. A tab is written \"\\t\".");
        }
        return text.charAt(0);
    }

    ValueType type(String key) {
        String name = optionalText(key);
        if (name == null) {
            return ValueType.STRING;
        }
        return ValueType.named(name).orElseGet(() -> {
            problems.add(
                    at(key),
                    key + " (" + name + ") is not known. " + Suggestion.didYouMean(name, ValueType.names()) + ".");
            return ValueType.STRING;
        });
    }

    List<YamlValue> list(String key) {
        YamlValue value = optional(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof YamlList list) {
            return list.values();
        }
        problems.add(value.at(), key + " (" + value.kind() + ") must be a list.");
        return List.of();
    }

    List<String> texts(String key) {
        return list(key).stream().map(value -> textOf(key, value)).toList();
    }

    private String textOf(String key, YamlValue value) {
        if (value instanceof YamlScalar scalar) {
            return scalar.text();
        }
        problems.add(value.at(), key + " (" + value.kind() + ") must be a list of texts.");
        return PLACEHOLDER;
    }
}
