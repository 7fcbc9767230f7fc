package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.ClewProcess.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Runs the demo as a user does, in processes of its own; each run goes on with the state of the one before. */
@TestMethodOrder(OrderAnnotation.class)
class DemoIT {

    private static final Pattern RECOMMENDED = Pattern.compile("  [1-5]  \\S.* {2}\\d[\\d.E-]* {2,}\\S.*");
    private static final String AFRESH = "Starting afresh";

    @TempDir
    private static Path folder = Path.of("");

    private static List<String> shownByTheLastRun = List.of();

    @Test
    @Order(1)
    void aRunThatIsKilledWhileLoadingLeavesNoProcessBehind() throws Exception {
        try (var demo = start("sample")) {
            demo.await("Loading RATED");
            List<ProcessHandle> children = demo.children();
            assertThat(children).hasSize(1);

            demo.kill();

            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    @Order(2)
    void theNextRunGoesOnLoadingAndShowsThreeUsersFiveRecommendationsWithReasons() throws Exception {
        var outcome = run("sample", "--exit", "--measure", "20");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        shownByTheLastRun = tables(outcome);
        assertThat(shownByTheLastRun).hasSize(3 + 3 * 5);
        assertThat(outcome.output())
                .doesNotContain(AFRESH)
                .containsPattern("Load: [0-9,]+ rows in [0-9.]+ s, [0-9,]+ rows/s, [0-9,]+ new, 0 rejected")
                .contains("Snapshot: 2,000 users, 319 items")
                .containsPattern(
                        "clew.recommend over Bolt, keys and scores: +median [0-9.]+ ms, p99 [0-9.]+ ms \\(20 calls\\)")
                .containsPattern("Browser   http://127.0.0.1:\\d+/browser/\\?dbms=bolt://127.0.0.1:\\d+&db=neo4j"
                        + "&preselectAuthMethod=NO_AUTH")
                .containsPattern("API docs  http://127.0.0.1:\\d+/docs");
    }

    @Test
    @Order(3)
    void theRunAfterACompletedLoadShowsTheSameWithoutLoadingAgainAndStopsAllItStarted() throws Exception {
        try (var demo = start("sample")) {
            demo.await("Press Ctrl-C to stop.");
            List<ProcessHandle> children = demo.children();
            assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);

            var outcome = demo.terminate();

            assertThat(outcome.output()).doesNotContain(AFRESH).doesNotContain("Loading RATED");
            assertThat(tables(outcome)).isEqualTo(shownByTheLastRun);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    @Order(4)
    void startsAfreshAndSaysSoWhenTheDataHasChanged() throws Exception {
        Path data = Files.createDirectory(folder.resolve("films"));
        Files.writeString(data.resolve("movies.csv"), movies());
        Files.writeString(data.resolve("ratings.csv"), ratingsOfUsers(1, 6));
        var first = run("films", "--exit", "--measure", "0", "--data", "movielens", data.toString());
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).doesNotContain(AFRESH).contains("For User 1 (1):");

        Files.writeString(data.resolve("ratings.csv"), ratingsOfUsers(2, 8));
        var second = run("films", "--exit", "--measure", "0", "--data", "movielens", data.toString());

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.output())
                .contains("%s held other data than films has now. Starting afresh.".formatted(state("films")))
                .contains("Snapshot: 7 users, 8 items, 35 positive interactions")
                .doesNotContain("For User 1 (1):");
    }

    @Test
    @Order(5)
    void endsWithAMessageAndStartsNothingWhenAPortIsOccupied() throws Exception {
        try (var occupant = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(occupant.getLocalPort());

            var outcome = run("sample", "--exit", "--api-port", port);

            assertThat(outcome)
                    .isEqualTo(new Outcome(
                            3,
                            ("clew: Port %s (the REST API) is occupied. Stop what listens there, or choose another port"
                                            + " with --api-port.%n")
                                    .formatted(port)));
        }
    }

    /** Eight films of two genres. */
    private static String movies() {
        var lines = new StringBuilder("movieId,title,genres\n");
        IntStream.rangeClosed(1, 8)
                .forEach(movie -> lines.append(
                        "%d,Film %d (2001),%s%n".formatted(movie, movie, movie % 2 == 0 ? "Drama" : "Western")));
        return lines.toString();
    }

    /** User n likes the five films from film n on, round and round. */
    private static String ratingsOfUsers(int first, int last) {
        var lines = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = first; user <= last; user++) {
            for (int liked = 0; liked < 5; liked++) {
                lines.append("%d,%d,4.5,964982703%n".formatted(user, (user + liked) % 8 + 1));
            }
        }
        return lines.toString();
    }

    private static List<String> tables(Outcome outcome) {
        return outcome.output()
                .lines()
                .filter(line ->
                        line.startsWith("For ") || RECOMMENDED.matcher(line).matches())
                .toList();
    }

    private static Path state(String name) {
        return folder.resolve("state-of-" + name);
    }

    private static Outcome run(String state, String... arguments) throws IOException, InterruptedException {
        try (var demo = start(state, arguments)) {
            return demo.finish();
        }
    }

    private static ClewProcess start(String state, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("demo", "--state", state(state).toString()));
        command.addAll(List.of("--bolt-port", "0", "--http-port", "0"));
        if (!List.of(arguments).contains("--api-port")) {
            command.addAll(List.of("--api-port", "0"));
        }
        command.addAll(List.of(arguments));
        return ClewProcess.start(folder, command.toArray(String[]::new));
    }
}
