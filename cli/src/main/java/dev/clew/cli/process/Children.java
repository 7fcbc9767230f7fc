package dev.clew.cli.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The processes that a command started. They are stopped in the reverse order, also when this JVM is told to stop.
 *
 * <p>Ctrl-C reaches the children directly as well; both the database and the API take it as a request for a clean stop.
 */
public final class Children implements AutoCloseable {

    private static final Duration SERVER_DEADLINE = Duration.ofMinutes(3);
    private static final Duration API_DEADLINE = Duration.ofMinutes(2);

    private final Installation installation;
    private final Path logs;
    private final Deque<ChildProcess> running = new ArrayDeque<>();
    private final Thread hook = new Thread(this::stopAll, "clew-stop-children");

    /** Nothing is started yet. */
    public Children(Installation installation, Path logs) {
        this.installation = installation;
        this.logs = logs;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts the database and waits until it answers. */
    public ChildProcess startServer(Path home, Ports ports) throws InterruptedException {
        ChildProcess server =
                start("Neo4j", JavaCommand.server(installation, serverArguments(home, ports)), "server.log");
        server.await(() -> server.output().contains("READY "), SERVER_DEADLINE);
        return server;
    }

    /** Starts the REST API and waits until it is ready to answer requests. */
    public ChildProcess startApi(Ports ports) throws InterruptedException {
        ChildProcess api = start("The REST API", JavaCommand.api(installation, apiArguments(ports)), "api.log");
        URI readiness = URI.create(ports.apiUri() + "/actuator/health/readiness");
        var client = HttpClient.newHttpClient();
        api.await(() -> answersOk(client, readiness), API_DEADLINE);
        return api;
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is already stopping, and the hook does the same again: nothing.
            return;
        }
    }

    private synchronized ChildProcess start(String name, List<String> command, String log) {
        var child = ChildProcess.start(name, command, logs.resolve(log));
        running.push(child);
        return child;
    }

    private synchronized void stopAll() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    private static List<String> serverArguments(Path home, Ports ports) {
        return List.of(
                "--home",
                home.toString(),
                "--bolt-port",
                String.valueOf(ports.bolt().number()),
                "--http-port",
                String.valueOf(ports.http().number()),
                "--exit-on-stdin-close");
    }

    private static List<String> apiArguments(Ports ports) {
        return List.of(
                "--server.port=" + ports.api().number(),
                "--clew.neo4j.uri=" + ports.boltUri(),
                "--clew.exit-on-stdin-close=true");
    }

    private static boolean answersOk(HttpClient client, URI uri) {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
