package dev.clew.benchmarks.timing;

import java.time.Duration;
import java.time.Instant;

/** A time in which the garbage collector let a JVM's threads stand still. */
public record GcPause(Instant begin, Instant end) {

    /** Whether any of it lies in a stretch of time. */
    public boolean touches(Instant from, Instant to) {
        return begin.isBefore(to) && end.isAfter(from);
    }

    /** How long it took. */
    public Duration length() {
        return Duration.between(begin, end);
    }
}
