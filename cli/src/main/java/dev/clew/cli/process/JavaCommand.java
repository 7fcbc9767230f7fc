package dev.clew.cli.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Command lines of the other processes, run by the Java that runs this one. */
public final class JavaCommand {

    private JavaCommand() {}

    /** The database server with its options. */
    static List<String> server(Installation installation, List<String> arguments) {
        Path folder = installation.server();
        String classPath = folder.resolve("lib") + "/*" + File.pathSeparator + folder.resolve("plugins") + "/*";
        return java(
                List.of("@" + folder.resolve("jvm.options"), "-cp", classPath, "dev.clew.server.ClewServer"),
                arguments);
    }

    /** The REST API with its properties. */
    static List<String> api(Installation installation, List<String> arguments) {
        return java(List.of("-jar", installation.apiJar().toString()), arguments);
    }

    /** Runs the database server in the foreground, on this terminal, and returns its exit code. */
    public static int runServer(Installation installation, List<String> arguments) throws InterruptedException {
        return ForegroundProcess.run(server(installation, with(arguments, "--exit-on-stdin-close")));
    }

    /** Runs the REST API in the foreground, on this terminal, and returns its exit code. */
    public static int runApi(Installation installation, List<String> arguments) throws InterruptedException {
        return ForegroundProcess.run(api(installation, with(arguments, "--clew.exit-on-stdin-close=true")));
    }

    private static List<String> with(List<String> arguments, String further) {
        return Stream.concat(arguments.stream(), Stream.of(further)).toList();
    }

    private static List<String> java(List<String> program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.addAll(arguments);
        return command;
    }
}
