package dev.clew.benchmarks.scale;

import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew bench restart}. */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes a store of so many interactions, then starts Neo4j on it again and measures how long it takes"
                        + " until the snapshot is ready.")
public final class RestartCommand implements Callable<Integer> {

    @Option(
            names = "--interactions",
            paramLabel = "COUNT",
            defaultValue = "1000000",
            description = "Interactions in the store (default: ${DEFAULT-VALUE}).")
    private int interactions;

    @Option(
            names = "--restarts",
            paramLabel = "COUNT",
            defaultValue = "3",
            description = "How often Neo4j is started again (default: ${DEFAULT-VALUE}).")
    private int restarts;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of restart.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var installation = Installation.current();
        Path folder = out == null ? installation.root().resolve("docs/results") : out;
        var settings = new RestartSettings(interactions, restarts, folder);
        new RestartBenchmark(settings, installation, Console.ofThisProcess()).run();
        return 0;
    }
}
