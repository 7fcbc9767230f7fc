package dev.clew.cli.train;

import dev.clew.evaluation.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Settings and metrics as the JSON texts that a model version keeps. */
final class ModelJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private ModelJson() {}

    static String settings(Map<String, @Nullable Object> settings) {
        return JSON.writeValueAsString(settings);
    }

    static Map<String, Object> settings(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    /** Metrics that are not defined on the data are left out. */
    static String metrics(Map<String, Interval> metrics) {
        Map<String, Interval> defined = new LinkedHashMap<>();
        metrics.forEach((name, interval) -> {
            if (!Double.isNaN(interval.value())) {
                defined.put(name, interval);
            }
        });
        return JSON.writeValueAsString(defined);
    }
}
