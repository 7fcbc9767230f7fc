package dev.clew.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs Neo4j with the Clew plugin in the foreground until SIGTERM or Ctrl-C, which close the store cleanly.
 *
 * <p>Standard output carries one line, {@code READY bolt=... http=...}; everything else is in {@code HOME/logs}.
 */
@Command(
        name = "clew-server",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs Neo4j Community with the Clew plugin until Ctrl-C or SIGTERM.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:clean stop",
            "2:bad usage",
            "3:a port is occupied",
            "4:the store is locked by another process",
            "5:Neo4j did not start"
        })
public final class ClewServer implements Callable<Integer> {

    @Option(names = "--home", paramLabel = "DIR", required = true, description = "Folder of the store and the logs.")
    private Path home = Path.of("");

    @Option(
            names = "--bolt-port",
            paramLabel = "PORT",
            defaultValue = "7687",
            description = "Bolt port, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int boltPort;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "7474",
            description = "Port of HTTP and Browser, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int httpPort;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}); others need --auth native.")
    private String address = "127.0.0.1";

    @Option(
            names = "--auth",
            paramLabel = "MODE",
            defaultValue = "none",
            description = "none: anyone on this machine; native: Neo4j's users, first login neo4j/neo4j (default:"
                    + " ${DEFAULT-VALUE}).")
    private AuthMode auth = AuthMode.NONE;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Folder with the plugin jar (default: plugins beside the folder of this jar).")
    private Path plugins = besideThisJar();

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            hideParamSyntax = true,
            description = "A setting by Neo4j's own name; may be given several times.")
    private Map<String, String> further = new LinkedHashMap<>();

    @Option(
            names = "--exit-on-stdin-close",
            description = "Stop when standard input ends, so that the server ends with the process that started it.")
    private boolean exitOnStdinClose;

    private final PrintStream standardOutput;

    private ClewServer(PrintStream standardOutput) {
        this.standardOutput = standardOutput;
    }

    /** Starts the server; see {@code --help}. */
    public static void main(String[] arguments) {
        // Neo4j takes over both streams while it starts.
        PrintStream standardError = System.err;
        int exitCode = commandLine(System.out, standardError).execute(arguments);
        System.exit(exitCode);
    }

    static CommandLine commandLine(PrintStream standardOutput, PrintStream standardError) {
        return new CommandLine(new ClewServer(standardOutput))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> report(failure, standardError));
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = new ServerSettings(home, address, boltPort, httpPort, auth, plugins, further).withRealPorts();
        EmbeddedNeo4j.start(settings);
        standardOutput.printf("READY bolt=%s http=%s%n", settings.boltUri(), settings.httpUri());
        standardOutput.flush();
        awaitStop();
        return ExitCode.CLEAN_STOP.number();
    }

    /** Returns when standard input ends, if it is watched; otherwise the signal handlers end the JVM. */
    private void awaitStop() throws InterruptedException {
        if (exitOnStdinClose) {
            awaitEndOfInput();
        } else {
            new CountDownLatch(1).await();
        }
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(PrintStream.nullOutputStream());
        } catch (IOException e) {
            // A broken input has ended as well.
            return;
        }
    }

    private static int report(Exception failure, PrintStream standardError) throws Exception {
        if (failure instanceof ServerStartException start) {
            standardError.println("clew-server: " + start.getMessage());
            return start.exitCode().number();
        }
        throw failure;
    }

    private static Path besideThisJar() {
        var location = ClewServer.class.getProtectionDomain().getCodeSource().getLocation();
        Path folder = Path.of(location.getPath()).getParent();
        Path beside = folder == null ? Path.of("plugins") : folder.resolveSibling("plugins");
        return Files.isDirectory(beside) ? beside : Path.of("plugins");
    }
}
