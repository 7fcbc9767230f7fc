package dev.clew.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The assembled server as a child process on free ports, for tests of other modules; uses nothing but the JDK.
 *
 * <p>The child watches its standard input, so it also ends when the JVM that started it dies.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_DEADLINE = Duration.ofMinutes(3);
    private static final Duration STOP_DEADLINE = Duration.ofMinutes(1);
    private static final Pattern READY = Pattern.compile("READY bolt=(\\S+) http=(\\S+)");

    private final Process process;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Addresses> ready = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    private record Addresses(String bolt, String http) {}

    /**
     * Starts the server and waits until it answers.
     *
     * @param assembledDir the folder with {@code lib} and {@code plugins}, {@code server/target/clew-server} after {@code mvn package}
     * @param home folder of the store, created when absent
     * @param extraArgs further arguments of {@link ClewServer}; they win over the free ports and the stop at end of input
     * @throws IllegalStateException with the server's output if it does not start
     */
    public static ServerProcess start(Path assembledDir, Path home, String... extraArgs) {
        return start(assembledDir, assembledDir.resolve("plugins"), home, List.of(), extraArgs);
    }

    /**
     * Starts the server with another plugins folder, such as one that holds further plugins, or with further options, and waits until it answers.
     *
     * @param assembledDir the folder with {@code lib}
     * @param plugins folder with all plugins and the libraries they bring, Clew's plugin among them
     * @param home folder of the store, created when absent
     * @param javaOptions further options of its JVM, such as {@code -Xms4g}
     * @param extraArgs further arguments of {@link ClewServer}; they win over the free ports and the stop at end of input
     * @throws IllegalStateException with the server's output if it does not start
     */
    public static ServerProcess start(
            Path assembledDir, Path plugins, Path home, List<String> javaOptions, String... extraArgs) {
        if (!Files.isDirectory(assembledDir.resolve("lib"))) {
            throw new IllegalStateException(
                    "assembledDir (%s) must hold the assembled server. Build it with mvn package."
                            .formatted(assembledDir.toAbsolutePath()));
        }
        var server = new ServerProcess(launch(command(assembledDir, plugins, home, javaOptions, extraArgs)));
        server.readOutput();
        server.awaitReady();
        return server;
    }

    /** Address for drivers, such as {@code bolt://127.0.0.1:41234}. */
    public String boltUri() {
        return ready.join().bolt();
    }

    /** Address of Browser and of the HTTP Query API, such as {@code http://127.0.0.1:41235}. */
    public String httpUri() {
        return ready.join().http();
    }

    /** Everything the process has printed so far. */
    public String log() {
        return String.join(System.lineSeparator(), log);
    }

    /** Number of the operating system's process. */
    public long pid() {
        return process.pid();
    }

    /** Asks the process to stop as an operator would, by SIGTERM, and returns its exit code. */
    public int terminate() {
        process.destroy();
        return awaitExit();
    }

    /** Stops the server and waits until it is gone. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        awaitExit();
    }

    private static List<String> command(
            Path assembledDir, Path plugins, Path home, List<String> javaOptions, String... extraArgs) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = assembledDir.resolve("lib") + "/*" + File.pathSeparator + plugins + "/*";
        var command = new ArrayList<String>();
        command.addAll(List.of(java.toString(), "@" + assembledDir.resolve("jvm.options")));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath));
        command.addAll(List.of("dev.clew.server.ClewServer", "--home", home.toString()));
        command.addAll(List.of("--plugins", plugins.toString()));
        command.addAll(List.of("--bolt-port", "0", "--http-port", "0", "--exit-on-stdin-close"));
        command.addAll(List.of(extraArgs));
        return command;
    }

    private static Process launch(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("The server could not be launched: " + String.join(" ", command), e);
        }
    }

    private void readOutput() {
        var reader = new Thread(this::copyOutput, "clew-server-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void copyOutput() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            log.add("The output cannot be read: " + e.getMessage());
        }
        ready.completeExceptionally(new IllegalStateException("the process ended"));
    }

    private void take(String line) {
        log.add(line);
        var match = READY.matcher(line);
        if (match.matches()) {
            ready.complete(new Addresses(match.group(1), match.group(2)));
        }
    }

    private void awaitReady() {
        try {
            ready.get(START_DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException(
                    "The server did not start (exit code %d). It printed:%n%s".formatted(process.exitValue(), log()),
                    e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server started", e);
        }
    }

    private int awaitExit() {
        try {
            if (!process.waitFor(STOP_DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }
}
