package dev.clew.benchmarks.deadline;

/**
 * What is measured.
 *
 * @param calls of all kinds together, at least 1
 * @param degree of the giant user and of the giant item, at least 2
 * @param timeoutMillis deadline of each call, at least 1
 * @param warmup calls of each kind before the first is timed, at least 0
 */
record DeadlineSettings(int calls, int degree, long timeoutMillis, int warmup) {

    DeadlineSettings {
        requireAtLeast(1, "--calls", calls);
        requireAtLeast(2, "--degree", degree);
        requireAtLeast(1, "--timeout-millis", timeoutMillis);
        requireAtLeast(0, "--warmup", warmup);
    }

    /** The command that makes the same figures. */
    String command(String where) {
        return "./clew bench deadline --where %s --calls %d --degree %d --timeout-millis %d --warmup %d"
                .formatted(where, calls, degree, timeoutMillis, warmup);
    }

    private static void requireAtLeast(long least, String name, long value) {
        if (value < least) {
            throw new IllegalArgumentException("%s (%d) must be at least %d.".formatted(name, value, least));
        }
    }
}
