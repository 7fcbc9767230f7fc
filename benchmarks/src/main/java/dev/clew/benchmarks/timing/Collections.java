package dev.clew.benchmarks.timing;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * How often the garbage collector has stopped this JVM, and for how long in all.
 *
 * @param count pauses since the start
 * @param millis they took
 */
public record Collections(long count, long millis) {

    /** Until now. */
    public static Collections now() {
        long count = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            count += collector.getCollectionCount();
            millis += collector.getCollectionTime();
        }
        return new Collections(count, millis);
    }

    /** Between an earlier moment and this one. */
    public Collections since(Collections earlier) {
        return new Collections(count - earlier.count, millis - earlier.millis);
    }
}
