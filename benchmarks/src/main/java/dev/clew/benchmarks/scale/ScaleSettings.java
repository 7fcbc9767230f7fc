package dev.clew.benchmarks.scale;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is measured.
 *
 * @param sizes interactions of each graph, from 1,000 to 2,000,000,000
 * @param requests timed requests on each graph, at least 1
 * @param maxWork batches of work a request may take, at least 1
 * @param heap most memory of each graph's own process, as {@code -Xmx} takes it
 * @param seed of the graphs and of the users that ask
 * @param out folder of the results
 */
record ScaleSettings(List<Integer> sizes, int requests, int maxWork, String heap, long seed, Path out) {

    private static final int LEAST = 1_000;
    private static final int MOST = 2_000_000_000;

    ScaleSettings {
        sizes = sizes.stream().sorted().toList();
        for (int size : sizes) {
            if (size < LEAST || size > MOST) {
                throw new IllegalArgumentException("--sizes (%d) must be in [%d, %d].".formatted(size, LEAST, MOST));
            }
        }
        requirePositive("--requests", requests);
        requirePositive("--max-work", maxWork);
        if (!heap.matches("[1-9][0-9]*[mgMG]")) {
            throw new IllegalArgumentException("--heap (%s) must be a number and m or g, like 8g.".formatted(heap));
        }
    }

    /** The command that makes the same figures. */
    String command() {
        return "./clew bench scale --sizes %s --requests %d --max-work %d --heap %s --seed %d"
                .formatted(
                        sizes.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        requests,
                        maxWork,
                        heap,
                        seed);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s (%d) must be at least 1.".formatted(name, value));
        }
    }
}
