package dev.clew.cli.demo;

import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import dev.clew.cli.process.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs Clew on this machine: boots Neo4j, loads a catalogue of films with simulated people, prints"
                    + " recommendations with their reasons, and stays up with Browser and the REST API until Ctrl-C.",
            "A second run goes on with what the first one loaded."
        })
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--exit", description = "End after printing, with the time of each step.")
    private boolean exit;

    @Option(
            names = "--data",
            arity = "2",
            paramLabel = "FORMAT DIR",
            hideParamSyntax = true,
            description =
                    "Load movielens or triples data from a folder in place of the sample; gzip files are read as they"
                            + " are.")
    private List<String> data = new ArrayList<>();

    @Option(
            names = "--bolt-port",
            paramLabel = "PORT",
            defaultValue = "7687",
            description = "Bolt port of Neo4j, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int boltPort;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "7474",
            description = "Port of Neo4j Browser, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int httpPort;

    @Option(
            names = "--api-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the REST API, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int apiPort;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder that keeps the store between runs (default: .clew/<dataset>).")
    private @Nullable Path state;

    @Option(
            names = "--measure",
            paramLabel = "CALLS",
            defaultValue = "200",
            description = "With --exit: how many calls to time, 0 for none (default: ${DEFAULT-VALUE}).")
    private int measuredCalls;

    @Override
    public Integer call() throws Exception {
        var installation = Installation.current();
        new Demo(settings(installation), installation, Console.ofThisProcess()).run();
        return 0;
    }

    private DemoSettings settings(Installation installation) {
        Dataset dataset = Dataset.of(data);
        Path folder = state == null ? installation.state().resolve(dataset.name()) : state;
        return new DemoSettings(
                dataset, new StateFolder(folder), Ports.of(boltPort, httpPort, apiPort), exit, measuredCalls);
    }
}
