package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.process.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Runs the demo as a user does, in processes of its own. */
@TestMethodOrder(OrderAnnotation.class)
class DemoIT {

    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final Pattern RECOMMENDED = Pattern.compile("  [1-5]  \\S.* {2}\\d[\\d.E-]* {2,}\\S.*");

    @TempDir
    private static Path folder = Path.of("");

    private record Outcome(int exitCode, String output) {

        List<String> tables() {
            return output.lines()
                    .filter(line ->
                            line.startsWith("For ") || RECOMMENDED.matcher(line).matches())
                    .toList();
        }
    }

    @Test
    @Order(1)
    void theFirstRunLoadsAndShowsThreeUsersFiveRecommendationsWithReasons() throws Exception {
        var outcome = finish(start(folder.resolve("first.txt"), "--exit", "--measure", "20"), "first.txt");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.tables()).hasSize(3 + 3 * 5);
        assertThat(outcome.output())
                .containsPattern("Load: [0-9,]+ rows in [0-9.]+ s, [0-9,]+ rows/s, [0-9,]+ new, 0 rejected")
                .containsPattern("Snapshot: [0-9,]+ users, [0-9,]+ items")
                .containsPattern("clew.recommend over Bolt: median [0-9.]+ ms, p99 [0-9.]+ ms \\(20 calls\\)")
                .containsPattern("Browser   http://127.0.0.1:\\d+/browser/\\?dbms=bolt://127.0.0.1:\\d+&db=neo4j"
                        + "&preselectAuthMethod=NO_AUTH")
                .containsPattern("API docs  http://127.0.0.1:\\d+/docs");
    }

    @Test
    @Order(2)
    void theSecondRunShowsTheSameWithoutLoadingAgain() throws Exception {
        var second = finish(start(folder.resolve("second.txt"), "--exit", "--measure", "0"), "second.txt");

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.output()).contains("Load: kept from an earlier run");
        assertThat(second.tables()).isEqualTo(new Outcome(0, Files.readString(folder.resolve("first.txt"))).tables());
    }

    @Test
    @Order(3)
    void stopsEverythingItStartedWhenItIsStopped() throws Exception {
        Process demo = start(folder.resolve("third.txt"));
        await(demo, "third.txt", "Press Ctrl-C to stop.");
        List<ProcessHandle> children = demo.descendants().toList();
        assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);

        demo.destroy();

        assertThat(demo.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(4)
    void endsWithAMessageAndStartsNothingWhenAPortIsOccupied() throws Exception {
        try (var occupant = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(occupant.getLocalPort());

            var outcome = finish(start(folder.resolve("fourth.txt"), "--exit", "--api-port", port), "fourth.txt");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.output())
                    .isEqualTo(
                            ("clew: Port %s (the REST API) is occupied. Stop what listens there, or choose another port"
                                            + " with --api-port.%n")
                                    .formatted(port));
        }
    }

    private static Process start(Path output, String... arguments) throws IOException {
        Path root = Installation.current().root();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dclew.installation=" + root, "-cp", root + "/cli/target/clew-cli/lib/*"));
        command.addAll(List.of(
                "dev.clew.cli.Clew", "demo", "--state", folder.resolve("state").toString()));
        command.addAll(List.of("--bolt-port", "0", "--http-port", "0"));
        if (!List.of(arguments).contains("--api-port")) {
            command.addAll(List.of("--api-port", "0"));
        }
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static Outcome finish(Process demo, String output) throws IOException, InterruptedException {
        try {
            assertThat(demo.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .as("The demo ends within %s", DEADLINE)
                    .isTrue();
            return new Outcome(demo.exitValue(), Files.readString(folder.resolve(output)));
        } finally {
            demo.destroy();
        }
    }

    private static void await(Process demo, String output, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!Files.readString(folder.resolve(output)).contains(text)) {
            assertThat(demo.waitFor(50, TimeUnit.MILLISECONDS))
                    .as("The demo ended early")
                    .isFalse();
            assertThat(System.nanoTime())
                    .as("The demo prints '%s' within %s", text, DEADLINE)
                    .isLessThan(end);
        }
    }
}
