package dev.clew.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

class KilledLoadTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final TestSource SOURCE = TestSource.good(300, 30);
    private static final LoadOptions OPTIONS = LoadOptions.DEFAULT.withBatchSize(50);

    @Test
    @Timeout(120)
    void aLoadThatWasKilledGoesOnAndLosesAndDoublesNothing() throws Exception {
        new Loader(DATABASE.driver(), OPTIONS, LoadListener.NONE).load(SOURCE);
        List<String> wanted = DATABASE.contents();
        DATABASE.empty();

        killAmidTheRelationships();
        assertThat(DATABASE.count("()-[:BOUGHT]->()")).isBetween(500L, 2_900L);
        LoadSummary rest = new Loader(DATABASE.driver(), OPTIONS, LoadListener.NONE).load(SOURCE);

        assertThat(rest.outcome()).isEqualTo(LoadSummary.Outcome.CONTINUED);
        assertThat(rest.sections().get(2).resumed()).isGreaterThanOrEqualTo(500);
        assertThat(DATABASE.contents()).isEqualTo(wanted);
        assertThat(DATABASE.count("()-[:BOUGHT]->()")).isEqualTo(3_000);
    }

    private static void killAmidTheRelationships() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        DATABASE.uri())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null && !line.equals("HALFWAY")) {
                line = output.readLine();
            }
            assertThat(line).as("the child process wrote half of its rows").isEqualTo("HALFWAY");
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        awaitRollback();
    }

    /** The server ends the dead client's transactions a moment after its connections break. */
    private static void awaitRollback() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (DATABASE.query("SHOW TRANSACTIONS").size() > 1 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    /** Loads until some 500 relationships are committed, says so, and goes on more slowly until it is killed. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            try (Driver driver = GraphDatabase.driver(arguments[0], AuthTokens.none())) {
                new Loader(driver, OPTIONS, Child::haltHalfway).load(SOURCE);
            }
        }

        private static void haltHalfway(LoadProgress progress) {
            if (progress.section().equals("BOUGHT") && progress.rows() >= 500) {
                System.out.println("HALFWAY");
                System.out.flush();
                waitToBeKilled();
            }
        }

        private static void waitToBeKilled() {
            while (true) {
                java.util.concurrent.locks.LockSupport.park();
            }
        }
    }
}
