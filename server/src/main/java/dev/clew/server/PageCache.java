package dev.clew.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Size of Neo4j's page cache.
 *
 * <p>Neo4j's own default takes half of the memory that the heap leaves. The server shares its machine with the API and with
 * training, so it takes an eighth of the memory, at least 64 MB and at most 1 GB: the store of a graph of two million
 * relationships fits.
 */
final class PageCache {

    private static final long MEGABYTE = 1L << 20;
    private static final long SMALLEST = 64 * MEGABYTE;
    private static final long LARGEST = 1024 * MEGABYTE;

    private PageCache() {}

    static long forThisMachine() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return forMemory(machine.getTotalMemorySize());
    }

    static long forMemory(long bytes) {
        return Math.min(LARGEST, Math.max(SMALLEST, bytes / 8));
    }
}
