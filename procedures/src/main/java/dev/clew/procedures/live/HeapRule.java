package dev.clew.procedures.live;

import dev.clew.core.graph.MemoryEstimate;
import java.util.Locale;

/**
 * How much of the heap graphs may take.
 *
 * @param heapBytes the most the process may use, above 0
 * @param takenBytes what other graphs take already, at least 0
 */
public record HeapRule(long heapBytes, long takenBytes) {
    private static final int MOST_PERCENT = 40;
    private static final double GIBIBYTE = 1L << 30;

    public HeapRule {
        if (heapBytes <= 0 || takenBytes < 0) {
            throw new IllegalArgumentException(
                    "heapBytes (" + heapBytes + ") must be above 0 and takenBytes (" + takenBytes + ") at least 0.");
        }
    }

    /** Whether there is room for the graph. */
    public boolean fits(MemoryEstimate graph) {
        return graph.bytes() + takenBytes <= heapBytes / 100.0 * MOST_PERCENT;
    }

    /** Says so, or what to do about it. */
    public String message(MemoryEstimate graph) {
        return fits(graph) ? "" : tooLarge(graph);
    }

    /**
     * Refuses a graph there is no room for.
     *
     * @throws IllegalArgumentException naming the setting, its present value, and what it would have to be
     */
    public void check(MemoryEstimate graph) {
        if (!fits(graph)) {
            throw new IllegalArgumentException(tooLarge(graph));
        }
    }

    private String tooLarge(MemoryEstimate graph) {
        long bytes = graph.bytes() + takenBytes;
        return String.format(
                Locale.ROOT,
                "The graph (%,d nodes, %,d relationships) needs about %.2f GiB%s, but graphs may take at most %d %% of the heap: building"
                        + " takes twice the memory for a while. server.memory.heap.max_size is %.2f GiB now; set it to %.1fg or more"
                        + " and restart, or declare less.",
                graph.nodes(),
                graph.relationships(),
                graph.bytes() / GIBIBYTE,
                takenBytes == 0
                        ? ""
                        : String.format(Locale.ROOT, " besides %.2f GiB of other graphs", takenBytes / GIBIBYTE),
                MOST_PERCENT,
                heapBytes / GIBIBYTE,
                Math.ceil(bytes * 1000.0 / MOST_PERCENT / GIBIBYTE) / 10);
    }
}
