package dev.clew.cli;

import dev.clew.cli.demo.DemoCommand;
import dev.clew.cli.process.CommandFailedException;
import dev.clew.ingest.load.LoadException;
import java.io.PrintWriter;
import org.neo4j.driver.exceptions.Neo4jException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code clew} command. */
@Command(
        name = "clew",
        mixinStandardHelpOptions = true,
        description = "Recommendations with their reasons, from a graph in Neo4j.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DemoCommand.class, IngestCommand.class, ServerCommand.class, ServeCommand.class},
        footer = {"", "./clew test runs the test suite."})
public final class Clew extends NeedsSubcommand {

    private Clew() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Clew())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> report(failure, line.getErr()));
    }

    private static int report(Exception failure, PrintWriter errors) throws Exception {
        if (failure instanceof CommandFailedException known) {
            errors.println("clew: " + known.getMessage());
            return known.exitCode();
        }
        if (failure instanceof LoadException || failure instanceof Neo4jException) {
            errors.println("clew: " + failure.getMessage());
            return CommandFailedException.FAILED;
        }
        if (failure instanceof IllegalArgumentException) {
            errors.println("clew: " + failure.getMessage());
            return CommandFailedException.BAD_USAGE;
        }
        throw failure;
    }
}
