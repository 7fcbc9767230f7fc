package dev.clew.api;

import dev.clew.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The contract against Clew's own server, as {@code ./clew demo} runs it: started once, on free ports. */
class AssembledServerApiIT extends ApiContract {
    private static final ServerProcess SERVER =
            ServerProcess.start(Path.of("../server/target/clew-server"), emptyHome(), "--auth", "none");

    @DynamicPropertySource
    static void theServer(DynamicPropertyRegistry properties) {
        properties.add("clew.neo4j.uri", SERVER::boltUri);
    }

    private static Path emptyHome() {
        try {
            return Files.createTempDirectory(Path.of("target"), "api-it-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }
}
