package dev.clew.benchmarks.freshness;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param data folder with the data that the changes happen beside
 * @param pairs how many writes are asked for, at least 1
 * @param clients how many clients write and ask at the same time, at least 1
 * @param commits how many commits are timed that Clew follows, and as many that it does not, at least 1
 * @param rounds blocks that these are divided into, at least 1
 * @param out folder of the results
 */
record FreshnessSettings(Path data, int pairs, int clients, int commits, int rounds, Path out) {

    FreshnessSettings {
        requirePositive("--pairs", pairs);
        requirePositive("--clients", clients);
        requirePositive("--commits", commits);
        requirePositive("--rounds", rounds);
    }

    String dataset() {
        return String.valueOf(data.toAbsolutePath().normalize().getFileName());
    }

    /** The command that makes the same figures. */
    String command() {
        return "./clew bench freshness --data %s --pairs %d --clients %d --commits %d --rounds %d"
                .formatted(dataset(), pairs, clients, commits, rounds);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s (%d) must be at least 1.".formatted(name, value));
        }
    }
}
