package dev.clew.benchmarks.deadline;

import java.util.Locale;

/** How much each item of an answer says about itself, as the option of that name. */
enum Explain {
    NONE,
    SHORT,
    FULL;

    String option() {
        return name().toLowerCase(Locale.ROOT);
    }
}
