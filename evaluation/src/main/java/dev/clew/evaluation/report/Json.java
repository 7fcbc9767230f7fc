package dev.clew.evaluation.report;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as objects with the names and the order of their components. */
final class Json {
    static final JsonMapper INDENTED = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    /** JSON that may stand inside a script element: no tag can end it. */
    static String inScript(Object value) {
        return INDENTED.writeValueAsString(value).replace("<", "\\u003c");
    }
}
