package dev.clew.cli.evaluate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** A command as it was given, for writing it beside its results. */
final class CommandText {
    private CommandText() {}

    /** The command without {@code --out}, and with the data's folder cut to its name: where things lie is nobody else's business. */
    static String of(@Nullable CommandSpec spec, @Nullable Path data) {
        return spec == null
                ? "./clew"
                : of(spec.root().commandLine().getParseResult().originalArgs(), data);
    }

    static String of(List<String> arguments, @Nullable Path data) {
        var text = new StringBuilder("./clew");
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--out")) {
                i++;
            } else if (!arguments.get(i).startsWith("--out=")) {
                text.append(' ').append(shortened(arguments.get(i), data));
            }
        }
        return text.toString();
    }

    private static String shortened(String argument, @Nullable Path data) {
        Path last = data == null ? null : data.toAbsolutePath().normalize().getFileName();
        return last == null ? argument : argument.replace(String.valueOf(data), last.toString());
    }
}
