package dev.clew.ingest.file;

/** Reads numbers, with a message that names the column. */
public final class Numbers {
    private Numbers() {}

    /**
     * A whole number.
     *
     * @throws InvalidValueException if the text is none
     */
    public static long integer(String column, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException invalid) {
            throw new InvalidValueException(column + " (" + text + ") must be a whole number.", invalid);
        }
    }

    /**
     * A number.
     *
     * @throws InvalidValueException if the text is none, or not finite
     */
    public static double decimal(String column, String text) {
        try {
            return finite(column, Double.parseDouble(text.strip()));
        } catch (NumberFormatException invalid) {
            throw new InvalidValueException(column + " (" + text + ") must be a number.", invalid);
        }
    }

    private static double finite(String column, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidValueException(column + " (" + value + ") must be a finite number.");
        }
        return value;
    }
}
