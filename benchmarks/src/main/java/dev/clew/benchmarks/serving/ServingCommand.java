package dev.clew.benchmarks.serving;

import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew bench serving}. */
@Command(
        name = "serving",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Loads data into a database of its own and measures latency, throughput and accuracy of Clew's recommenders"
                    + " over Bolt, beside hand-written Cypher and Graph Data Science.",
            "All systems are warmed up before the first is timed, then they take turns in rounds. A call that the"
                    + " database gives up counts with the time it took and as an empty list."
        })
public final class ServingCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with train.txt and test.txt; gzip files are read as they are.")
    private Path data = Path.of("");

    @Option(
            names = "--users",
            paramLabel = "COUNT",
            defaultValue = "300",
            description = "Users with test items, drawn once for all systems (default: ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--calls",
            paramLabel = "COUNT",
            defaultValue = "2000",
            description = "Timed calls of each system, for each number of clients (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--warmup",
            paramLabel = "COUNT",
            defaultValue = "100000",
            description =
                    "Calls of each system before the first is timed: Java compiles for some 40 s when both cores are"
                            + " busy (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--rounds",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "How often the systems take turns (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--clients",
            paramLabel = "COUNT",
            split = ",",
            defaultValue = "1,8",
            description = "Numbers of client threads (default: ${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of();

    @Option(
            names = "--systems",
            paramLabel = "NAME",
            split = ",",
            defaultValue = ALL,
            description = "What is measured; a name that does not exist lists them (default: ${DEFAULT-VALUE}).")
    private Set<String> systems = Set.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "When the database gives up a call (default: ${DEFAULT-VALUE}).")
    private long timeout;

    @Option(
            names = {"--seconds", "--limit"},
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Longest time for the timed calls of a system with one number of clients; five times as long"
                    + " for its accuracy (default: ${DEFAULT-VALUE}).")
    private long limit;

    @Option(
            names = "--build-limit",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "Longest time for a step that prepares a peer (default: ${DEFAULT-VALUE}).")
    private long buildLimit;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the drawing of users (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keep the store in this folder and use it again (default: a temporary one).")
    private @Nullable Path state;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of serving.json and the table (default: docs/results).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var installation = Installation.current();
        new ServingBenchmark(settings(installation), installation, Console.ofThisProcess()).run();
        return 0;
    }

    private ServingSettings settings(Installation installation) {
        return new ServingSettings(
                data,
                users,
                calls,
                warmup,
                rounds,
                clients,
                systems.contains(ALL) ? Set.of() : systems,
                Duration.ofSeconds(timeout),
                Duration.ofSeconds(limit),
                Duration.ofSeconds(buildLimit),
                seed,
                state,
                out == null ? installation.root().resolve("docs/results") : out);
    }
}
