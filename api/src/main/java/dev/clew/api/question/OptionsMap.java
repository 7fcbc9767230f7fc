package dev.clew.api.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Collects the options of a procedure call; an option without a value is left out. */
public final class OptionsMap {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** Starts with everything the caller sent, as the numbers and booleans it looks like. */
    OptionsMap(MultiValueMap<String, String> query) {
        query.forEach((name, texts) -> values.put(name, scalar(texts)));
    }

    /** Sets an option, or leaves it out if it has no value. */
    public void put(String name, @Nullable Object value) {
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
}
