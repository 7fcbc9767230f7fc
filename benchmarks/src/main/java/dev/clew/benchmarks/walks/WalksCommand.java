package dev.clew.benchmarks.walks;

import dev.clew.benchmarks.report.Origin;
import dev.clew.benchmarks.report.Results;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.ingest.GraphSources;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew bench walks}. */
@Command(
        name = "walks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares random walks with the exact PageRank that they estimate, in memory: lists, times, and how often"
                    + " the order is as right as they claim.",
            "Ends with 1 if a claim holds less often than in 95 of 100 cases."
        })
public final class WalksCommand implements Callable<Integer> {

    private static final double CONFIDENCE = 0.95;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the data, which must have a test part.")
    private Path data = Path.of("");

    @Option(
            names = "--users",
            paramLabel = "COUNT",
            defaultValue = "2000",
            description = "Users asked for (default: ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--seeds",
            paramLabel = "COUNT",
            defaultValue = "5",
            description = "How often each is asked for, with another seed (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--restart",
            paramLabel = "CHANCE",
            defaultValue = "0.5",
            description = "Restart probability of all (default: ${DEFAULT-VALUE}).")
    private double restart;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the users drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of walks-DATASET.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var settings = new WalksSettings(data, users, seeds, restart, seed);
        var installation = Installation.current();
        var results =
                new Results(out == null ? installation.root().resolve("docs/results") : out, Console.ofThisProcess());
        Origin origin = Origin.here(settings.command(), installation.root());
        SourceGraph source = SourceGraph.read(GraphSources.detect(settings.data()));
        if (!source.hasGivenTest()) {
            throw new IllegalArgumentException(
                    "The data has no test part, so accuracy cannot be measured. Use data with train.txt and test.txt.");
        }
        var run = new WalksRun(source.graph(), source.givenTest(), settings, results.console()).run();
        results.write(
                "walks-" + settings.dataset(),
                WalksResult.of(settings, run),
                new WalksReport(settings, run, origin).markdown());
        return run.claims().share() >= CONFIDENCE ? 0 : 1;
    }
}
