package dev.clew.cli;

import dev.clew.cli.process.Installation;
import dev.clew.cli.process.JavaCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code clew server}: the database alone, in the foreground. */
@Command(
        name = "server",
        mixinStandardHelpOptions = true,
        description = "Runs Neo4j with the Clew plugin until Ctrl-C.",
        footer = {
            "",
            "Further options go to the server: --bolt-port PORT, --http-port PORT, --address ADDRESS,",
            "--auth none|native, --plugins DIR."
        })
final class ServerCommand implements Callable<Integer> {

    @Option(names = "--home", paramLabel = "DIR", description = "Folder of the store (default: .clew/server).")
    private @Nullable Path home;

    @Unmatched
    private List<String> further = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        var installation = Installation.current();
        Path folder = home == null ? installation.state().resolve("server") : home;
        var arguments = new ArrayList<>(List.of("--home", folder.toString()));
        arguments.addAll(further);
        return JavaCommand.runServer(installation, arguments);
    }
}
