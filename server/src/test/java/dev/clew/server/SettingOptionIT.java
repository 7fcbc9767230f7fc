package dev.clew.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingOptionIT {

    private static final Path ASSEMBLED = Path.of("target/clew-server");

    @TempDir
    private Path home = Path.of("");

    @Test
    void neo4jRunsWithTheSettingsItIsGiven() throws Exception {
        try (var server = ServerProcess.start(
                ASSEMBLED,
                home,
                "--setting",
                "db.transaction.timeout=17s",
                "--setting",
                "server.memory.pagecache.size=70m")) {
            assertThat(valueOf("db.transaction.timeout", server)).contains("[[\"17s\"]]");
            assertThat(valueOf("server.memory.pagecache.size", server)).contains("[[\"70.00MiB\"]]");
        }
    }

    @Test
    void neo4jRefusesASettingItDoesNotKnow() {
        assertThatThrownBy(() -> ServerProcess.start(ASSEMBLED, home, "--setting", "no.such.setting=1"))
                .hasMessageContaining("exit code 2")
                .hasMessageContaining("Neo4j refuses a setting")
                .hasMessageContaining("no.such.setting");
    }

    private static String valueOf(String setting, ServerProcess server) throws IOException, InterruptedException {
        String body = "{\"statement\": \"SHOW SETTINGS '%s' YIELD value\"}".formatted(setting);
        var request = HttpRequest.newBuilder(URI.create(server.httpUri() + "/db/neo4j/query/v2"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
