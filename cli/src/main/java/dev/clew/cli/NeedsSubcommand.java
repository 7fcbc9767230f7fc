package dev.clew.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself. */
abstract class NeedsSubcommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final void run() {
        if (spec == null) {
            throw new IllegalStateException("run() must be called by picocli, which sets the specification first.");
        }
        throw new ParameterException(
                spec.commandLine(),
                "Give one of: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
