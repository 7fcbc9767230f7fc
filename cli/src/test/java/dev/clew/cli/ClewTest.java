package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClewTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpListsTheCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("demo", "ingest", "server", "serve", "./clew test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "ingest", "evaluate", "tune", "learn-paths", "train", "mirror", "server", "serve"})
    void eachCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: clew " + command);
    }

    @Test
    void aMissingCommandIsBadUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString())
                .contains("Give one of: demo, ingest, evaluate, tune, learn-paths, train, mirror, server, serve.");
    }

    @Test
    void aMisspeltOptionIsBadUsageAndSuggestsTheRightOne() {
        assertThat(run("demo", "--api-prot", "1")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Unknown options: '--api-prot', '1'")
                .contains("--api-port");
    }

    @Test
    void dataNeedsAFormatAndAFolder() {
        assertThat(run("demo", "--data", "movielens")).isEqualTo(2);
        assertThat(err.toString()).contains("--data");
    }

    @Test
    void aNegativeNumberOfCallsCannotBeMeasured() {
        assertThat(run("demo", "--measure", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("clew: --measure (-1) must be at least 0; 0 measures nothing.");
    }

    @Test
    void aUserWithoutAPasswordIsBadUsage() {
        assertThat(run("ingest", "sample", "--username", "neo4j")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--username (neo4j) needs the password in the environment variable CLEW_NEO4J_PASSWORD.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void anAbsentMappingIsBadUsage(String format) {
        assertThat(run("ingest", format, "--mapping", "absent.yaml")).isEqualTo(2);
        assertThat(err.toString()).startsWith("clew: ").contains("absent.yaml").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"movielens", "triples"})
    void anAbsentFolderIsBadUsage(String format) {
        assertThat(run("ingest", format, "absent")).isEqualTo(2);
        assertThat(err.toString()).startsWith("clew: ").contains("absent").doesNotContain("\tat ");
    }

    @Test
    void anAbsentDatabaseIsAFailureWithoutAStackTrace() {
        assertThat(run("ingest", "sample", "--uri", "bolt://127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("clew: Unable to connect to 127.0.0.1:1")
                .doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return Clew.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
