package dev.clew.benchmarks.freshness;

import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew bench freshness}. */
@Command(
        name = "freshness",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes from several clients at once and asks for recommendations in another session as soon as each write"
                    + " has succeeded; counts the answers that do not know of it.",
            "Then measures what following the graph adds to a commit of one interaction. Ends with 1 if there was a"
                    + " miss."
        })
public final class FreshnessCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with train.txt: the graph that the changes happen beside.")
    private Path data = Path.of("");

    @Option(
            names = "--pairs",
            paramLabel = "COUNT",
            defaultValue = "100000",
            description = "Writes to ask for, six kinds in turn (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--clients",
            paramLabel = "COUNT",
            defaultValue = "8",
            description = "Clients that write and ask at the same time (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--commits",
            paramLabel = "COUNT",
            defaultValue = "6000",
            description = "Timed commits that Clew follows, and as many that it does not (default: ${DEFAULT-VALUE}).")
    private int commits;

    @Option(
            names = "--rounds",
            paramLabel = "COUNT",
            defaultValue = "40",
            description = "Blocks that these are divided into, in turn (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of freshness.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var installation = Installation.current();
        Path folder = out == null ? installation.root().resolve("docs/results") : out;
        var settings = new FreshnessSettings(data, pairs, clients, commits, rounds, folder);
        return new FreshnessBenchmark(settings, installation, Console.ofThisProcess()).run() == 0 ? 0 : 1;
    }
}
