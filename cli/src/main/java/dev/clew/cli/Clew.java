package dev.clew.cli;

import dev.clew.cli.demo.DemoCommand;
import dev.clew.cli.evaluate.EvaluateCommand;
import dev.clew.cli.evaluate.LearnPathsCommand;
import dev.clew.cli.evaluate.TuneCommand;
import dev.clew.cli.process.CommandFailedException;
import dev.clew.cli.train.MirrorCommand;
import dev.clew.cli.train.TrainCommand;
import dev.clew.ingest.load.LoadException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import org.neo4j.driver.exceptions.Neo4jException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code clew} command. */
@Command(
        name = "clew",
        mixinStandardHelpOptions = true,
        description = "Recommendations with their reasons, from a graph in Neo4j.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            IngestCommand.class,
            EvaluateCommand.class,
            TuneCommand.class,
            LearnPathsCommand.class,
            TrainCommand.class,
            MirrorCommand.class,
            ServerCommand.class,
            ServeCommand.class
        },
        footer = {"", "./clew bench measures Clew beside its peers, ./clew test runs the test suite."})
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

    /** One line for what the person at the terminal can set right; a stack trace for what only we can. */
    private static int report(Exception failure, PrintWriter errors) throws Exception {
        int exitCode = exitCode(failure);
        String message = failure instanceof NoSuchFileException
                ? failure.getMessage() + " does not exist."
                : failure.getMessage();
        errors.println("clew: " + message);
        return exitCode;
    }

    private static int exitCode(Exception failure) throws Exception {
        if (failure instanceof CommandFailedException known) {
            return known.exitCode();
        }
        if (failure instanceof IllegalArgumentException || failure instanceof NoSuchFileException) {
            return CommandFailedException.BAD_USAGE;
        }
        if (failure instanceof LoadException || failure instanceof Neo4jException) {
            return CommandFailedException.FAILED;
        }
        throw failure;
    }
}
