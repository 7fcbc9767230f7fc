package dev.clew.evaluation.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Moments as rows have them, read as the database plugin reads stored ones: numbers are milliseconds since 1970, local times are taken as UTC. */
final class Moment {
    private Moment() {}

    /** Milliseconds since 1970; empty for what is no moment. */
    static OptionalLong millis(@Nullable Object value) {
        if (value instanceof Number number) {
            return OptionalLong.of(number.longValue());
        }
        Instant instant = instant(value);
        return instant == null ? OptionalLong.empty() : OptionalLong.of(instant.toEpochMilli());
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        return value instanceof LocalDate date
                ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
                : null;
    }
}
