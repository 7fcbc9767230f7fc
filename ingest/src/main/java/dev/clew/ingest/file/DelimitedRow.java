package dev.clew.ingest.file;

import dev.clew.ingest.source.Origin;
import dev.clew.ingest.source.Rejection;
import java.util.List;

/** One row of a {@link DelimitedFile}. */
public record DelimitedRow(Origin origin, List<String> fields, char delimiter) {

    public String field(int index) {
        return fields.get(index).strip();
    }

    /**
     * A field as a whole number.
     *
     * @throws InvalidValueException if it is none
     */
    public long integer(int index, String column) {
        return Numbers.integer(column, field(index));
    }

    /**
     * A field as a number.
     *
     * @throws InvalidValueException if it is none, or not finite
     */
    public double decimal(int index, String column) {
        return Numbers.decimal(column, field(index));
    }

    public Rejection rejection(String reason) {
        return new Rejection(origin, reason, String.join(String.valueOf(delimiter), fields));
    }
}
