package dev.clew.benchmarks.vectors;

import dev.clew.benchmarks.report.Origin;
import dev.clew.benchmarks.report.Results;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew bench vectors}. */
@Command(
        name = "vectors",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains spectral vectors, publishes them in a database of its own and measures answers from them: multiplying"
                    + " everything, pruned, and while versions are published; compares the lists.",
            "With --new-items it trains vectors from attributes as well and creates items, one commit each, asking for"
                    + " each in the next request. Ends with 1 if a list differs, a request fails, an answer is of two"
                    + " versions, or a new item is missed."
        })
public final class VectorsCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with train.txt; for new items also with attributes.")
    private Path data = Path.of("");

    @Option(
            names = "--dimension",
            paramLabel = "NUMBER",
            defaultValue = "512",
            description = "Length of the vectors (default: ${DEFAULT-VALUE}).")
    private int dimension;

    @Option(
            names = "--users",
            paramLabel = "COUNT",
            defaultValue = "1000",
            description = "Users asked for (default: ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--calls",
            paramLabel = "COUNT",
            defaultValue = "3000",
            description = "Timed calls of each kind (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--publications",
            paramLabel = "COUNT",
            defaultValue = "5",
            description = "How often a version is published while requests go on (default: ${DEFAULT-VALUE}).")
    private int publications;

    @Option(
            names = "--new-items",
            paramLabel = "COUNT",
            defaultValue = "0",
            description = "Items created one commit each (default: ${DEFAULT-VALUE}).")
    private int newItems;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of vectors-DATASET.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var settings = new VectorsSettings(data, dimension, users, calls, publications, newItems, seed);
        var installation = Installation.current();
        var results =
                new Results(out == null ? installation.root().resolve("docs/results") : out, Console.ofThisProcess());
        Origin origin = Origin.here(settings.command(), installation.root());
        VectorsResult result = new VectorsBenchmark(settings, installation, results.console()).run();
        results.write("vectors-" + settings.dataset(), result, new VectorsReport(result, origin).markdown());
        return result.isAsClaimed() ? 0 : 1;
    }
}
