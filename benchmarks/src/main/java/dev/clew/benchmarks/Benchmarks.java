package dev.clew.benchmarks;

import dev.clew.benchmarks.deadline.DeadlineCommand;
import dev.clew.benchmarks.freshness.FreshnessCommand;
import dev.clew.benchmarks.jmh.JmhCommand;
import dev.clew.benchmarks.replay.ReplayCommand;
import dev.clew.benchmarks.scale.RestartCommand;
import dev.clew.benchmarks.scale.ScaleCommand;
import dev.clew.benchmarks.serving.ServingCommand;
import dev.clew.benchmarks.training.TrainingCommand;
import dev.clew.benchmarks.vectors.VectorsCommand;
import dev.clew.benchmarks.walks.WalksCommand;
import dev.clew.cli.process.CommandFailedException;
import dev.clew.ingest.load.LoadException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code clew bench} command. */
@Command(
        name = "clew bench",
        mixinStandardHelpOptions = true,
        description = "Measures Clew on this machine, beside what Neo4j users do today.",
        synopsisSubcommandLabel = "BENCHMARK",
        subcommands = {
            ServingCommand.class,
            FreshnessCommand.class,
            DeadlineCommand.class,
            ReplayCommand.class,
            JmhCommand.class,
            ScaleCommand.class,
            RestartCommand.class,
            TrainingCommand.class,
            WalksCommand.class,
            VectorsCommand.class
        })
public final class Benchmarks implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private Benchmarks() {}

    /** Runs a benchmark and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> report(failure, line.getErr()));
    }

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("run() must be called by picocli, which sets the specification first.");
        }
        throw new ParameterException(
                spec.commandLine(),
                "Give one of: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

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
        if (failure instanceof LoadException) {
            return CommandFailedException.FAILED;
        }
        throw failure;
    }
}
