package dev.clew.benchmarks.scale;

import java.nio.file.Path;

/**
 * What is measured.
 *
 * @param interactions in the store, at least 100
 * @param restarts how often Neo4j is started again, at least 1
 * @param out folder of the results
 */
record RestartSettings(int interactions, int restarts, Path out) {
    private static final int LEAST = 100;

    RestartSettings {
        if (interactions < LEAST) {
            throw new IllegalArgumentException(
                    "--interactions (%d) must be at least %d.".formatted(interactions, LEAST));
        }
        if (restarts < 1) {
            throw new IllegalArgumentException("--restarts (%d) must be at least 1.".formatted(restarts));
        }
    }

    /** The command that makes the same figures. */
    String command() {
        return "./clew bench restart --interactions %d --restarts %d".formatted(interactions, restarts);
    }
}
