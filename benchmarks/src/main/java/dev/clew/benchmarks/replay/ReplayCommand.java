package dev.clew.benchmarks.replay;

import dev.clew.benchmarks.report.Origin;
import dev.clew.benchmarks.report.Results;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.ingest.GraphSources;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew bench replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks for recommendations in memory, some with a deadline that cuts them short, and asks for each of them"
                    + " again from its replay record on several numbers of threads; counts the answers that differ.",
            "Ends with 1 if one does."
        })
public final class ReplayCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the data, its layout detected by the names of its files.")
    private Path data = Path.of("");

    @Option(
            names = "--requests",
            paramLabel = "COUNT",
            defaultValue = "10000",
            description = "Requests, all recommenders in turn (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(
            names = "--states",
            paramLabel = "COUNT",
            defaultValue = "8",
            description = "States of the graph that are asked, 50 commits apart (default: ${DEFAULT-VALUE}).")
    private int states;

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            split = ",",
            defaultValue = "1,4,16",
            description = "Numbers of threads that answer again (default: ${DEFAULT-VALUE}).")
    private List<Integer> threads = List.of();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of users, deadlines and commits (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of replay-DATASET.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var settings = new ReplaySettings(data, requests, states, threads, seed);
        var installation = Installation.current();
        var results =
                new Results(out == null ? installation.root().resolve("docs/results") : out, Console.ofThisProcess());
        Origin origin = Origin.here(settings.command(), installation.root());
        var graph = SourceGraph.read(GraphSources.detect(settings.data())).graph();
        var replay = new Replay(new GraphStates(graph, settings.states(), settings.seed()));
        List<ReplayRow> rows = new ReplayRun(replay, settings, results.console()).rows();
        results.write("replay-" + settings.dataset(), rows, new ReplayReport(settings, rows, origin).markdown());
        return rows.stream().allMatch(row -> row.different() == 0) ? 0 : 1;
    }
}
