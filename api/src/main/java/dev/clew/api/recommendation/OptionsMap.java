package dev.clew.api.recommendation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Collects the options of a procedure call; an option without a value is left out. */
final class OptionsMap {
    private static final java.util.regex.Pattern WHOLE = java.util.regex.Pattern.compile("-?\\d{1,18}");
    private static final java.util.regex.Pattern DECIMAL =
            java.util.regex.Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** Starts with everything the caller sent, as the numbers and booleans it looks like. */
    OptionsMap(MultiValueMap<String, String> query) {
        query.forEach((name, texts) -> values.put(name, scalar(texts)));
    }

    void put(String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    private static @Nullable Object scalar(List<String> texts) {
        return texts.size() == 1
                ? scalar(texts.get(0))
                : texts.stream().map(OptionsMap::scalar).toList();
    }

    private static Object scalar(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        if (DECIMAL.matcher(text).matches()) {
            return Double.valueOf(text);
        }
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    /** {@code [genre:Drama, genre:War, country:France]} as {@code {genre: [Drama, War], country: [France]}}. */
    static Map<String, List<String>> byKind(List<String> filters) {
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        for (String filter : filters) {
            int colon = filter.indexOf(':');
            byKind.computeIfAbsent(filter.substring(0, colon), kind -> new ArrayList<>())
                    .add(filter.substring(colon + 1));
        }
        return byKind;
    }
}
