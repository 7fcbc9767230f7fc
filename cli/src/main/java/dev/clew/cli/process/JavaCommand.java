package dev.clew.cli.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of the other processes, run by the Java that runs this one. */
public final class JavaCommand {

    private JavaCommand() {}

    /** The database server with its options. */
    public static List<String> server(Installation installation, List<String> arguments) {
        Path folder = installation.server();
        String classPath = folder.resolve("lib") + "/*" + File.pathSeparator + folder.resolve("plugins") + "/*";
        return java(
                List.of("@" + folder.resolve("jvm.options"), "-cp", classPath, "dev.clew.server.ClewServer"),
                arguments);
    }

    /** The REST API with its properties. */
    public static List<String> api(Installation installation, List<String> arguments) {
        return java(List.of("-jar", installation.apiJar().toString()), arguments);
    }

    /** Runs a command in the foreground, on this terminal, and returns its exit code. */
    public static int run(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED,
                    "%s could not be started: %s".formatted(command.get(0), e.getMessage()),
                    e);
        }
    }

    private static List<String> java(List<String> program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.addAll(arguments);
        return command;
    }
}
