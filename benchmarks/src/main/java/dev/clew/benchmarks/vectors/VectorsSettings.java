package dev.clew.benchmarks.vectors;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param data folder with the training part
 * @param dimension of the spectral vectors, at least 1
 * @param users asked for, at least 1
 * @param calls timed of each kind, at least 1
 * @param publications of a version while requests go on, at least 1
 * @param newItems created one commit each, at least 0; 0 leaves them out
 * @param seed of everything random
 */
record VectorsSettings(Path data, int dimension, int users, int calls, int publications, int newItems, long seed) {

    /** Length of the lists. */
    static final int K = 20;

    VectorsSettings {
        requireAtLeast("--dimension", dimension, 1);
        requireAtLeast("--users", users, 1);
        requireAtLeast("--calls", calls, 1);
        requireAtLeast("--publications", publications, 1);
        requireAtLeast("--new-items", newItems, 0);
    }

    String dataset() {
        return String.valueOf(data.toAbsolutePath().normalize().getFileName());
    }

    /** The command that makes the same requests. */
    String command() {
        return "./clew bench vectors --data %s --dimension %d --users %d --calls %d --publications %d --new-items %d --seed %d"
                .formatted(dataset(), dimension, users, calls, publications, newItems, seed);
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("%s (%d) must be at least %d.".formatted(name, value, least));
        }
    }
}
