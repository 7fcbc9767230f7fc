package dev.clew.api;

import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.neo4j.Neo4jContainer;
import org.testcontainers.utility.MountableFile;

/** The contract against the official Neo4j image with the plugin jar copied in, as in production; skipped where Docker is not. */
@Testcontainers(disabledWithoutDocker = true)
class OfficialImageApiIT extends ApiContract {
    private static final String PASSWORD = "a-password-for-tests";

    @Container
    private static final Neo4jContainer NEO4J = new Neo4jContainer("neo4j:5.26-community")
            .withAdminPassword(PASSWORD)
            .withPlugins(
                    MountableFile.forHostPath(Path.of("../server/target/clew-server/plugins/clew-procedures.jar")));

    @DynamicPropertySource
    static void theContainer(DynamicPropertyRegistry properties) {
        properties.add("clew.neo4j.uri", NEO4J::getBoltUrl);
        properties.add("clew.neo4j.username", () -> "neo4j");
        properties.add("clew.neo4j.password", () -> PASSWORD);
    }
}
