package dev.clew.ingest.mapping;

import dev.clew.ingest.file.InvalidValueException;
import dev.clew.ingest.file.Numbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column's texts become. */
enum ValueType {
    STRING("string"),
    INTEGER("integer"),
    FLOAT("float"),
    BOOLEAN("boolean"),
    /** ISO 8601, for example {@code 2024-05-01T12:00:00Z}; without a zone it is UTC. */
    DATETIME("datetime"),
    /** ISO 8601, for example {@code 2024-05-01}. */
    DATE("date"),
    /** Seconds since 1970, stored as milliseconds. */
    EPOCH_SECONDS("epochSeconds"),
    /** Milliseconds since 1970. */
    EPOCH_MILLIS("epochMillis");

    private final String yamlName;

    ValueType(String yamlName) {
        this.yamlName = yamlName;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(type -> type.yamlName).toList();
    }

    static Optional<ValueType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.yamlName.equals(name))
                .findFirst();
    }

    boolean canBeKey() {
        return this == STRING || this == INTEGER;
    }

    /**
     * The value of a text.
     *
     * @throws InvalidValueException naming the column if the text is no such value
     */
    Object parse(String column, String text) {
        return switch (this) {
            case STRING -> text;
            case INTEGER, EPOCH_MILLIS -> Numbers.integer(column, text);
            case FLOAT -> Numbers.decimal(column, text);
            case BOOLEAN -> bool(column, text);
            case DATETIME -> dateTime(column, text);
            case DATE -> date(column, text);
            case EPOCH_SECONDS -> millis(column, text);
        };
    }

    private static long millis(String column, String text) {
        long seconds = Numbers.integer(column, text);
        if (Math.abs(seconds) > Long.MAX_VALUE / 1000) {
            throw new InvalidValueException(column + " (" + text + ") must be seconds since 1970.");
        }
        return seconds * 1000;
    }

    private static boolean bool(String column, String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new InvalidValueException(column + " (" + text + ") must be true or false.");
        }
        return Boolean.parseBoolean(text);
    }

    private static ZonedDateTime dateTime(String column, String text) {
        try {
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            return read instanceof LocalDateTime local ? local.atZone(ZoneOffset.UTC) : (ZonedDateTime) read;
        } catch (DateTimeException invalid) {
            throw new InvalidValueException(
                    column + " (" + text + ") must be a date and time like 2024-05-01T12:00:00Z.", invalid);
        }
    }

    private static LocalDate date(String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException invalid) {
            throw new InvalidValueException(column + " (" + text + ") must be a date like 2024-05-01.", invalid);
        }
    }
}
