package dev.clew.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A JVM that this one started. It watches its standard input, so it ends when this JVM closes that or dies.
 *
 * <p>Its output goes to a file; the end of the file is what a failure shows.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration STOP_DEADLINE = Duration.ofMinutes(1);
    private static final int LINES_OF_A_FAILURE = 15;

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(String name, List<String> command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED, "%s could not be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    /**
     * Waits until the child is ready.
     *
     * @throws CommandFailedException if it ends or the deadline passes first, with the end of what it printed
     */
    void await(BooleanSupplier ready, Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!ready.getAsBoolean()) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("ended with exit code %d".formatted(process.exitValue()));
            }
            if (System.nanoTime() > end) {
                throw failed("was not ready within %d s".formatted(deadline.toSeconds()));
            }
        }
    }

    /** What the child has printed so far. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether the child runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the child ends by itself. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Stops the child and waits until it is gone. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private CommandFailedException failed(String what) {
        List<String> lines = output().lines().toList();
        List<String> end = lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size());
        return new CommandFailedException(
                CommandFailedException.FAILED,
                "%s %s. It printed (%s):%n%s".formatted(name, what, log, String.join(System.lineSeparator(), end)));
    }
}
