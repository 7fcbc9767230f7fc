package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Record;

/** The saved queries against a database that has the plugin. */
class CypherQueriesTest {
    private static Database database;

    @BeforeAll
    static void start() {
        database = new Database();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    static Stream<Path> queries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "cypher", "queries"))) {
            return files.filter(file -> file.toString().endsWith(".cypher")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everySavedQueryCompiles(Path file) throws IOException {
        String query = Files.readString(file);

        List<Record> plan = database.run("EXPLAIN " + query);

        assertThat(plan).as("EXPLAIN returns no rows").isEmpty();
    }
}
