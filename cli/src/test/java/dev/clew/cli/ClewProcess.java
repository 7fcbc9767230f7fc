package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line as a user runs it: a process of its own, started from the assembled jars. */
final class ClewProcess implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(4);

    private final String command;
    private final Process process;
    private final Path output;

    private ClewProcess(String command, Process process, Path output) {
        this.command = command;
        this.process = process;
        this.output = output;
    }

    /** How a process ended and what it printed, errors included. */
    record Outcome(int exitCode, String output) {}

    /** Starts a command in a folder, where a file gets its output. */
    static ClewProcess start(Path folder, String... arguments) throws IOException {
        Path root = Installation.current().root();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dclew.installation=" + root, "-cp", root + "/cli/target/clew-cli/lib/*"));
        command.add("dev.clew.cli.Clew");
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, arguments[0] + "-", ".txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ClewProcess("clew " + String.join(" ", arguments), process, output);
    }

    /** Runs a command to its end. */
    static Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
        try (var process = start(folder, arguments)) {
            return process.finish();
        }
    }

    long pid() {
        return process.pid();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Waits until it has printed something that matches. */
    MatchResult await(String pattern) throws IOException, InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        Matcher matcher = Pattern.compile(pattern).matcher(output());
        while (!matcher.find()) {
            boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
            assertThat(ended).as("%s ended early:%n%s", command, output()).isFalse();
            assertThat(System.nanoTime())
                    .as("%s prints '%s' within %s:%n%s", command, pattern, DEADLINE, output())
                    .isLessThan(end);
            matcher = Pattern.compile(pattern).matcher(output());
        }
        return matcher.toMatchResult();
    }

    /** Waits until it ends by itself. */
    Outcome finish() throws IOException, InterruptedException {
        assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                .as("%s ends within %s:%n%s", command, DEADLINE, output())
                .isTrue();
        return new Outcome(process.exitValue(), output());
    }

    /** Asks it to stop as an operator would, by SIGTERM. */
    Outcome terminate() throws IOException, InterruptedException {
        process.destroy();
        return finish();
    }

    /** Kills it, and waits until the processes that it had started have noticed. */
    void kill() throws InterruptedException, ExecutionException, TimeoutException {
        List<ProcessHandle> children = children();
        process.destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            child.onExit().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
