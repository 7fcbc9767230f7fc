package dev.clew.benchmarks.replay;

import java.nio.file.Path;
import java.util.List;

/**
 * What is replayed.
 *
 * @param data folder with the data
 * @param requests how many, at least 1
 * @param states of the graph that are asked, each some commits after the last, at least 1
 * @param threads numbers of threads that answer again, each at least 1
 * @param seed of users, deadlines and commits
 */
record ReplaySettings(Path data, int requests, int states, List<Integer> threads, long seed) {

    ReplaySettings {
        requirePositive("--requests", requests);
        requirePositive("--states", states);
        requirePositive("--threads", threads.size());
        threads.forEach(count -> requirePositive("--threads", count));
        threads = List.copyOf(threads);
    }

    String dataset() {
        return String.valueOf(data.toAbsolutePath().normalize().getFileName());
    }

    /** The command that asks the same; where the clock cuts differs from run to run. */
    String command() {
        String counts = String.join(",", threads.stream().map(String::valueOf).toList());
        return "./clew bench replay --data %s --requests %d --states %d --threads %s --seed %d"
                .formatted(dataset(), requests, states, counts, seed);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s (%d) must be at least 1.".formatted(name, value));
        }
    }
}
