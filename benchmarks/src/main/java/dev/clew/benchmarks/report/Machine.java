package dev.clew.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a measurement ran on, and how busy it is. */
public final class Machine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Processor, number of cores and memory in one line. */
    public static String description() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GB, %s, Java %s",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes() / 1e9,
                System.getProperty("os.name"),
                Runtime.version());
    }

    /** Processes that ran or waited to run, averaged over the last minute; negative if the system does not tell. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double memoryBytes() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }

    private static String processor() {
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(Machine::architecture);
        } catch (IOException e) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch") + " processor";
    }
}
