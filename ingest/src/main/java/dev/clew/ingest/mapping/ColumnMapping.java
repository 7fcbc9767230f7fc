package dev.clew.ingest.mapping;

import dev.clew.ingest.file.Splitter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column and the property it becomes.
 *
 * @param at where the column is named in the mapping file
 * @param separator between several values in one field; null: the field is one value
 */
record ColumnMapping(
        Position at,
        String property,
        String column,
        ValueType type,
        @Nullable String separator) {

    /**
     * All values of a record, none where the data says nothing.
     *
     * @throws dev.clew.ingest.file.InvalidValueException if one is not of the type
     */
    List<Object> values(DataRecord record) {
        return record.texts(column).stream()
                .flatMap(text -> (separator == null ? List.of(text) : Splitter.split(text, separator)).stream())
                .map(text -> type.parse(column, text))
                .distinct()
                .toList();
    }

    /** The first value of a record; null where the data says nothing. */
    @Nullable
    Object value(DataRecord record) {
        List<Object> values = values(record);
        return values.isEmpty() ? null : values.get(0);
    }
}
