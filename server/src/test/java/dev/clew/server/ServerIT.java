package dev.clew.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerIT {

    private static final Path ASSEMBLED = Path.of("target/clew-server");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path home = Path.of("");

    @Test
    void keepsWhatWasWrittenBeforeItWasTerminated() throws Exception {
        try (var first = ServerProcess.start(ASSEMBLED, home)) {
            query(first, "CREATE (:Note {text: 'kept'})");

            assertThat(first.terminate()).isEqualTo(ExitCode.CLEAN_STOP.number());
        }
        try (var second = ServerProcess.start(ASSEMBLED, home)) {
            assertThat(query(second, "MATCH (note:Note) RETURN note.text")).contains("[[\"kept\"]]");
        }
        assertThat(Files.readString(home.resolve("logs/neo4j.log"))).doesNotContain(" ERROR ");
    }

    @Test
    void servesBrowserDiscoveryAndThePluginAndPrintsNothingElse() throws Exception {
        try (var server = ServerProcess.start(ASSEMBLED, home)) {
            assertThat(get(server.httpUri() + "/browser/")).contains("Neo4j Browser");
            assertThat(get(server.httpUri() + "/")).contains("\"bolt_direct\":\"" + server.boltUri() + "\"");
            assertThat(server.log()).isEqualTo("READY bolt=%s http=%s".formatted(server.boltUri(), server.httpUri()));
        }
    }

    @Test
    void refusesAStoreThatAnotherServerHolds() {
        try (var holder = ServerProcess.start(ASSEMBLED, home)) {
            assertThatThrownBy(() -> ServerProcess.start(ASSEMBLED, home))
                    .hasMessageContaining("exit code 4")
                    .hasMessageContaining("The store in %s is in use by another process.", home.toAbsolutePath());
            assertThat(holder.log()).contains("READY");
        }
    }

    @Test
    void refusesAnOccupiedPortAndNamesTheOption() throws IOException {
        try (var occupant = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(occupant.getLocalPort());

            assertThatThrownBy(() -> ServerProcess.start(ASSEMBLED, home, "--http-port", port))
                    .hasMessageContaining("exit code 3")
                    .hasMessageContaining("Port %s on 127.0.0.1 (HTTP) cannot be used", port)
                    .hasMessageContaining("give another port with --http-port");
        }
    }

    @Test
    void refusesOtherAddressesWhileAuthenticationIsOff() {
        assertThatThrownBy(() -> ServerProcess.start(ASSEMBLED, home, "--address", "0.0.0.0"))
                .hasMessageContaining("exit code 2")
                .hasMessageContaining("must be a loopback address");
    }

    @Test
    void refusesAnUnknownOption() {
        assertThatThrownBy(() -> ServerProcess.start(ASSEMBLED, home, "--bolt-prot", "1"))
                .hasMessageContaining("exit code 2")
                .hasMessageContaining("Unknown options: '--bolt-prot', '1'");
    }

    @Test
    void saysWhyNeo4jDidNotStart() throws IOException {
        Path store = Files.createDirectories(home.resolve("data/databases"));
        Files.writeString(store.resolve("neo4j"), "a file where a folder must be");

        assertThatThrownBy(() -> ServerProcess.start(ASSEMBLED, home))
                .hasMessageContaining("exit code 5")
                .hasMessageContaining("Neo4j did not start")
                .hasMessageContaining("Caused by: java.nio.file.FileAlreadyExistsException")
                .hasMessageContaining("More is in the logs in %s", home.resolve("logs"));
    }

    @Test
    void asksForALoginWhenAuthenticationIsOn() throws Exception {
        try (var server = ServerProcess.start(ASSEMBLED, home, "--auth", "native")) {
            assertThat(query(server, "RETURN 1")).contains("Neo.ClientError.Security.Unauthorized");
        }
    }

    private static String query(ServerProcess server, String statement) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.httpUri() + "/db/neo4j/query/v2"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"statement\": \"" + statement + "\"}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private static String get(String uri) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(uri)).build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
