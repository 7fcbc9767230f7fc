package dev.clew.api.question;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Moments as callers write them. */
public final class Moments {
    private static final Pattern EPOCH_MILLIS = Pattern.compile("-?\\d{1,18}");

    private Moments() {}

    /**
     * Epoch milliseconds as a Long, else an {@link OffsetDateTime}.
     *
     * @throws DateTimeException if it is neither
     */
    public static Object parse(String text) {
        return EPOCH_MILLIS.matcher(text).matches() ? Long.valueOf(text) : OffsetDateTime.parse(text);
    }

    static boolean isMoment(String text) {
        try {
            parse(text);
            return true;
        } catch (DateTimeException notADateTime) {
            return false;
        }
    }
}
