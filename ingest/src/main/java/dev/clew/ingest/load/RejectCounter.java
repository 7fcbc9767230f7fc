package dev.clew.ingest.load;

import dev.clew.ingest.source.Rejection;
import java.util.ArrayList;
import java.util.List;

/** Counts bad rows and stops a load that has too many. */
final class RejectCounter {
    private static final int SHOWN = 5;

    private final LoadOptions options;
    private final List<Rejection> first = new ArrayList<>();
    private long total;

    RejectCounter(LoadOptions options, long before) {
        this.options = options;
        this.total = before;
    }

    /**
     * Counts a bad row.
     *
     * @throws TooManyRejectsException if it is one too many
     */
    synchronized void count(Rejection rejection) {
        total++;
        if (first.size() < SHOWN) {
            first.add(rejection);
        }
        if (total > options.maxRejects()) {
            throw new TooManyRejectsException(total, rejection, options);
        }
    }

    synchronized long total() {
        return total;
    }

    synchronized List<Rejection> first() {
        return List.copyOf(first);
    }
}
