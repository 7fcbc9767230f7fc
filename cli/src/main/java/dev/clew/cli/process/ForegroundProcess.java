package dev.clew.cli.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/**
 * Another process that does the whole work of a command: it prints where this one prints, and this one ends as it ends.
 *
 * <p>A terminal's Ctrl-C reaches both, but SIGTERM only the one it is sent to. So a stop of this JVM closes the other's standard input,
 * which it takes as a request for a clean stop, and waits. If this JVM is killed, the operating system closes it.
 */
final class ForegroundProcess {

    private final Process process;

    private ForegroundProcess(Process process) {
        this.process = process;
    }

    /** Runs a command to its end and returns its exit code; it must stop when its standard input ends. */
    static int run(List<String> command) throws InterruptedException {
        var foreground = new ForegroundProcess(start(command));
        var hook = new Thread(foreground::stopBoth, "clew-stop-foreground");
        Runtime.getRuntime().addShutdownHook(hook);
        int exitCode = foreground.process.waitFor();
        removeHook(hook);
        return exitCode;
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED,
                    "%s could not be started: %s".formatted(command.get(0), e.getMessage()),
                    e);
        }
    }

    /** Halts, since nothing else makes a JVM that a signal ends return the exit code of a clean stop. */
    private void stopBoth() {
        try {
            process.getOutputStream().close();
            Runtime.getRuntime().halt(process.waitFor());
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is already stopping, and the hook halts it.
            return;
        }
    }
}
