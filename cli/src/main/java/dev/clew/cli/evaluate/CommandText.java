package dev.clew.cli.evaluate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** A command as it was given, for writing it beside its results. */
final class CommandText {
    private CommandText() {}

    /** The command with the data's folder cut to its name: where it lies is nobody else's business. */
    static String of(@Nullable CommandSpec spec, @Nullable Path data) {
        if (spec == null) {
            return "./clew";
        }
        List<String> arguments = spec.root().commandLine().getParseResult().originalArgs().stream()
                .map(argument -> shortened(argument, data))
                .toList();
        return "./clew " + String.join(" ", arguments);
    }

    private static String shortened(String argument, @Nullable Path data) {
        Path last = data == null ? null : data.toAbsolutePath().normalize().getFileName();
        return last == null ? argument : argument.replace(String.valueOf(data), last.toString());
    }
}
