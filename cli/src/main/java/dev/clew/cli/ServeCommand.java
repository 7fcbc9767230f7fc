package dev.clew.cli;

import dev.clew.cli.process.Installation;
import dev.clew.cli.process.JavaCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code clew serve}: the REST API alone, in the foreground. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the REST API against a running database until Ctrl-C.",
        footer = {
            "",
            "Further options go to the API as Spring Boot properties, such as --clew.neo4j.username=NAME.",
            "The password comes from the environment: CLEW_NEO4J_PASSWORD."
        })
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--uri",
            paramLabel = "URI",
            defaultValue = "bolt://127.0.0.1:7687",
            description = "Address of the database (default: ${DEFAULT-VALUE}).")
    private String uri = "";

    @Unmatched
    private List<String> further = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        var arguments = new ArrayList<>(List.of("--server.port=" + port, "--clew.neo4j.uri=" + uri));
        arguments.addAll(further);
        return JavaCommand.runApi(Installation.current(), arguments);
    }
}
