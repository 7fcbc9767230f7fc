package dev.clew.core.settings;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One named value a caller may set: its kind, default and allowed range.
 *
 * @param name as callers write it, camel case
 * @param kind what values are accepted
 * @param defaultValue used when the caller says nothing; null where there is no default
 * @param range the rule for numbers, told in words by {@link #rule()}
 * @param choices the accepted texts of a {@link Kind#CHOICE}; empty for other kinds
 * @param description one sentence for {@code clew.help} and the API documentation
 */
public record Parameter(
        String name, Kind kind, @Nullable Object defaultValue, Range range, List<String> choices, String description) {

    /** The kinds of value a parameter takes, named as Neo4j users know them. */
    public enum Kind {
        INTEGER,
        FLOAT,
        BOOLEAN,
        STRING,
        CHOICE,
        LIST,
        MAP,
        /** Whatever the door hands over; its reader checks it. */
        ANY
    }

    /** A closed or open interval of numbers. */
    public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {
        static final Range ALL = closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        public static Range closed(double low, double high) {
            return new Range(low, true, high, true);
        }

        public static Range open(double low, double high) {
            return new Range(low, false, high, false);
        }

        boolean contains(double value) {
            return (lowIncluded ? value >= low : value > low) && (highIncluded ? value <= high : value < high);
        }

        String inWords(boolean whole) {
            if (high == Double.POSITIVE_INFINITY) {
                return (lowIncluded ? "at least " : "greater than ") + number(low, whole);
            }
            return "in " + (lowIncluded ? "[" : "(") + number(low, whole) + ", " + number(high, whole)
                    + (highIncluded ? "]" : ")");
        }

        private static String number(double value, boolean whole) {
            return whole ? Long.toString((long) value) : Double.toString(value);
        }
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    public static Parameter integer(String name, long defaultValue, long low, long high, String description) {
        return new Parameter(
                name, Kind.INTEGER, defaultValue, Range.closed((double) low, (double) high), List.of(), description);
    }

    /** A whole number at least {@code low} that is unset unless given. */
    public static Parameter optionalInteger(String name, long low, String description) {
        Range range = new Range((double) low, true, Double.POSITIVE_INFINITY, true);
        return new Parameter(name, Kind.INTEGER, null, range, List.of(), description);
    }

    public static Parameter real(String name, double defaultValue, Range range, String description) {
        return new Parameter(name, Kind.FLOAT, defaultValue, range, List.of(), description);
    }

    public static Parameter flag(String name, boolean defaultValue, String description) {
        return new Parameter(name, Kind.BOOLEAN, defaultValue, Range.ALL, List.of(), description);
    }

    public static Parameter text(String name, @Nullable String defaultValue, String description) {
        return new Parameter(name, Kind.STRING, defaultValue, Range.ALL, List.of(), description);
    }

    /** One of the listed texts; the first is the default. */
    public static Parameter choice(String name, String description, String... choices) {
        return new Parameter(name, Kind.CHOICE, choices[0], Range.ALL, Arrays.asList(choices), description);
    }

    public static Parameter list(String name, String description) {
        return new Parameter(name, Kind.LIST, List.of(), Range.ALL, List.of(), description);
    }

    public static Parameter map(String name, String description) {
        return new Parameter(name, Kind.MAP, java.util.Map.of(), Range.ALL, List.of(), description);
    }

    public static Parameter any(String name, String description) {
        return new Parameter(name, Kind.ANY, null, Range.ALL, List.of(), description);
    }

    /** What a value must be, in words that finish "must be ...". */
    public String rule() {
        return switch (kind) {
            case INTEGER -> "a whole number" + (range.equals(Range.ALL) ? "" : " " + range.inWords(true));
            case FLOAT -> "a number" + (range.equals(Range.ALL) ? "" : " " + range.inWords(false));
            case BOOLEAN -> "true or false";
            case STRING -> "a string";
            case CHOICE -> "one of " + String.join(", ", choices);
            case LIST -> "a list";
            case MAP -> "a map";
            case ANY -> "a value";
        };
    }
}
