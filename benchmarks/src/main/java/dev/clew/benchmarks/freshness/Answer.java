package dev.clew.benchmarks.freshness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request for recommendations gave.
 *
 * @param items keys, best first
 * @param error the message if it failed
 */
record Answer(List<Long> items, @Nullable String error) {

    private static final String UNKNOWN_USER = "No user with key";

    boolean isUnknownUser() {
        return error != null && error.contains(UNKNOWN_USER);
    }
}
