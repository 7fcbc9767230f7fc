package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.timing.GcPauses;
import java.util.List;

/** Where answers come from. */
interface Door extends AutoCloseable {

    /** As results write it. */
    String title();

    /** The recommenders that can be asked. */
    List<String> recommenders();

    /** The explanations that differ here. */
    List<Explain> explanations();

    /** Asks for twenty items. */
    TimedAnswer ask(DeadlineCase asked, long timeoutMillis);

    /** Follows the garbage collector's pauses where answers are made. */
    GcPauses followPauses();

    @Override
    void close();
}
