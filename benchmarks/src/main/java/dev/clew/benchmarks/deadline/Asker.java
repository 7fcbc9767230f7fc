package dev.clew.benchmarks.deadline;

import java.util.Locale;

/** Who asks. */
enum Asker {
    /** Has liked ten of every eleven items. */
    GIANT_USER,
    /** Has liked the item that everybody likes, and one more. */
    FAN;

    /** As results write it. */
    String title() {
        return this == GIANT_USER ? "giant user" : name().toLowerCase(Locale.ROOT);
    }
}
