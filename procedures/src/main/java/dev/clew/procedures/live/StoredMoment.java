package dev.clew.procedures.live;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Moments as Neo4j stores them: numbers are milliseconds since 1970 as from Cypher's {@code timestamp()}, local times are taken as UTC. */
public final class StoredMoment {
    private StoredMoment() {}

    /** Milliseconds since 1970; empty for what is no moment. */
    public static OptionalLong millis(@Nullable Object stored) {
        if (stored instanceof Number number) {
            return OptionalLong.of(number.longValue());
        }
        Instant instant = instant(stored);
        return instant == null ? OptionalLong.empty() : OptionalLong.of(instant.toEpochMilli());
    }

    private static @Nullable Instant instant(@Nullable Object stored) {
        if (stored instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (stored instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (stored instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        return stored instanceof LocalDate date
                ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
                : null;
    }
}
