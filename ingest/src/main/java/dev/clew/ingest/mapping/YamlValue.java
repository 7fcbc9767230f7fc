package dev.clew.ingest.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML document that knows where it stands. */
sealed interface YamlValue {
    Position at();

    /** What it is, for messages. */
    String kind();

    /** Plain Java: map, list, string, number, boolean or null; what is null inside a map or list is left out. */
    @Nullable
    Object plain();

    /** Keys to values, each key with its own place. */
    record YamlMap(Position at, Map<String, Entry> entries) implements YamlValue {
        @Override
        public String kind() {
            return "a map";
        }

        @Override
        public Map<String, Object> plain() {
            Map<String, Object> map = new LinkedHashMap<>();
            entries.forEach((key, entry) -> {
                Object plain = entry.value().plain();
                if (plain != null) {
                    map.put(key, plain);
                }
            });
            return map;
        }
    }

    /** A value under a key. */
    record Entry(Position at, YamlValue value) {}

    /** Values in a row. */
    record YamlList(Position at, List<YamlValue> values) implements YamlValue {
        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public List<Object> plain() {
            return values.stream()
                    .flatMap(value -> Stream.ofNullable(value.plain()))
                    .toList();
        }
    }

    /** A single value: its text as written and what YAML takes it for. */
    record YamlScalar(Position at, String text, @Nullable Object plain) implements YamlValue {
        @Override
        public String kind() {
            return "'" + text + "'";
        }
    }
}
