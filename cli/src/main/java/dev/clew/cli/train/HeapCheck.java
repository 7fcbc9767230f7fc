package dev.clew.cli.train;

import dev.clew.cli.process.CommandFailedException;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.RecommenderProvider.Estimate;
import dev.clew.core.settings.Settings;
import java.util.Locale;

/**
 * What training is expected to cost, and whether the heap has room for it.
 *
 * @param bytes besides the graph, whose training part is a second graph
 */
record HeapCheck(String recommender, double cpuSeconds, long bytes, long graphBytes, long heapBytes) {
    /** Of the heap that training may fill; the rest is the collector's and the answers'. */
    private static final double USABLE = 0.9;

    private static final int GRAPHS = 2;

    static HeapCheck of(RecommenderProvider provider, Settings settings, RecommendationGraph graph) {
        Estimate estimate = provider.estimate(graph, settings);
        return new HeapCheck(
                provider.name(),
                estimate.cpuSeconds(),
                estimate.bytes(),
                GRAPHS * graph.memoryBytes(),
                Runtime.getRuntime().maxMemory());
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "Expected: %.0f CPU-seconds each time %s is fitted, %,d MB and %,d MB for the graph; the heap has %,d MB.",
                Math.max(1, cpuSeconds),
                recommender,
                megabytes(bytes),
                megabytes(graphBytes),
                megabytes(heapBytes));
    }

    /** @throws CommandFailedException if there is no room */
    void require() {
        if (bytes + graphBytes > USABLE * heapBytes) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED,
                    String.format(
                            Locale.ROOT,
                            "%s needs %,d MB with the graph, but the heap has %,d MB. Give it more, such as"
                                    + " JAVA_TOOL_OPTIONS=-Xmx%dg, or choose smaller settings with --set.",
                            recommender,
                            megabytes(bytes + graphBytes),
                            megabytes(heapBytes),
                            (long) Math.ceil((bytes + graphBytes) / USABLE / (1 << 30))));
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
