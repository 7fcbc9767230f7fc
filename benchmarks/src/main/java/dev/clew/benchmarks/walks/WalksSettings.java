package dev.clew.benchmarks.walks;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param data folder with train and test part
 * @param users with something in the test part, at least 1
 * @param seeds how often each is asked for, with another seed each time, at least 1
 * @param restartProbability of walks and exact PageRank alike, in (0, 1)
 * @param seed of the users drawn
 */
record WalksSettings(Path data, int users, int seeds, double restartProbability, long seed) {

    /** Length of the lists. */
    static final int K = 20;

    WalksSettings {
        requirePositive("--users", users);
        requirePositive("--seeds", seeds);
        if (!(restartProbability > 0 && restartProbability < 1)) {
            throw new IllegalArgumentException("--restart (%s) must be in (0, 1).".formatted(restartProbability));
        }
    }

    String dataset() {
        return String.valueOf(data.toAbsolutePath().normalize().getFileName());
    }

    /** The command that makes the same lists. */
    String command() {
        return "./clew bench walks --data %s --users %d --seeds %d --restart %s --seed %d"
                .formatted(dataset(), users, seeds, restartProbability, seed);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s (%d) must be at least 1.".formatted(name, value));
        }
    }
}
