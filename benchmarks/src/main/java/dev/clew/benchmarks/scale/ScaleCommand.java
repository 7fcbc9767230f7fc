package dev.clew.benchmarks.scale;

import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew bench scale}. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Builds synthetic graphs of growing size in memory, without Neo4j, and measures memory, build time and"
                        + " requests of a fixed work budget.")
public final class ScaleCommand implements Callable<Integer> {

    @Option(
            names = "--sizes",
            paramLabel = "COUNT",
            split = ",",
            defaultValue = "100000,1000000,10000000,100000000",
            description = "Interactions of each graph (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--requests",
            paramLabel = "COUNT",
            defaultValue = "5000",
            description = "Timed requests on each graph, after as many to warm up (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(
            names = "--max-work",
            paramLabel = "BATCHES",
            defaultValue = "5",
            description = "Work a request may take, in batches of 4,096 relationships (default: ${DEFAULT-VALUE}).")
    private int maxWork;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "8g",
            description = "Heap of each graph's process (default: ${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Seed of the graphs and of who asks (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of scale.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var installation = Installation.current();
        Path folder = out == null ? installation.root().resolve("docs/results") : out;
        var settings = new ScaleSettings(sizes, requests, maxWork, heap, seed, folder);
        new ScaleBenchmark(settings, installation, Console.ofThisProcess()).run();
        return 0;
    }
}
