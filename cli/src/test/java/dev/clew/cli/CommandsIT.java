package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.clew.cli.ClewProcess.Outcome;
import dev.clew.cli.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Runs server, ingest and serve as a user does, with the example of {@code docs/mapping.md}; each test goes on from the one before. */
@TestMethodOrder(OrderAnnotation.class)
class CommandsIT {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    /** Nodes and relationships of the example, without Clew's own. */
    private static final String COUNTS = """
            CALL () { MATCH (n) WHERE NOT any(label IN labels(n) WHERE label STARTS WITH 'Clew')
                      UNWIND labels(n) AS name RETURN name, count(*) AS count
                      UNION ALL
                      MATCH ()-[r]->() WHERE NOT toLower(type(r)) STARTS WITH 'clew'
                      RETURN type(r) AS name, count(*) AS count }
            RETURN name + ' ' + count AS line ORDER BY line""";

    private static final List<String> SHOP = List.of("BOUGHT 10", "Category 3", "Customer 4", "IN 6", "Product 5");
    private static final List<String> SHOP_WITH_VIEWS =
            List.of("BOUGHT 10", "Category 3", "Customer 5", "IN 6", "Product 5", "VIEWED 3");

    @TempDir
    private static Path folder = Path.of("");

    private static MappingPage page;
    private static ClewProcess server;
    private static String uri = "";

    @BeforeAll
    static void startServer() throws Exception {
        page = MappingPage.read();
        for (String file : List.of("products.csv", "purchases.csv", "shop.yaml", "views.jsonl", "views.yaml")) {
            page.write(file, folder);
        }
        server = startedServer();
    }

    private static ClewProcess startedServer() throws IOException, InterruptedException {
        var started = ClewProcess.start(folder, "server", "--home", "home", "--bolt-port", "0", "--http-port", "0");
        uri = started.await("READY bolt=(\\S+) http=\\S+").group(1);
        return started;
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    @Order(1)
    void theExampleOfThePageLoadsAsThePageShows() throws Exception {
        var outcome = ingest("csv", "--mapping", "shop.yaml");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(MappingPage.tableRows(outcome.output())).hasSize(5).isEqualTo(page.tableRows());
        assertThat(rejected()).isEqualTo(page.shown("rejected.csv"));
        assertThat(lines(COUNTS)).isEqualTo(SHOP);
    }

    @Test
    @Order(2)
    void theDeclarationOfTheMappingAnswersAsThePageShows() {
        assertThat(lines("CALL clew.graph.list() YIELD name, state RETURN name + ' ' + state AS line"))
                .containsExactly("default ready");
        assertThat(rows(page.query()))
                .isEqualTo(page.answer().stream()
                        .map(row -> List.of(row.split(" {2,}")))
                        .toList());
    }

    @Test
    @Order(3)
    void loadingTheSameAgainChangesNothing() throws Exception {
        var outcome = ingest("csv", "--mapping", "shop.yaml");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).containsPattern("41 rows in [0-9.]+ s, \\d+ rows/s, 0 new, 3 rejected");
        assertThat(rejected()).isEqualTo(page.shown("rejected.csv"));
        assertThat(lines(COUNTS)).isEqualTo(SHOP);
    }

    @Test
    @Order(4)
    void jsonLinesAddToTheGraphAndTheirDeclarationCounts() throws Exception {
        assertThat(recommendedTo("10")).as("before the views").contains("Harness M", "Helmet X");

        var outcome = ingest("jsonl", "--mapping", "views.yaml", "--reject-file", "views-rejected.csv");
        var again = ingest("jsonl", "--mapping", "views.yaml", "--reject-file", "views-rejected.csv");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(outcome.output()).contains(" 4 new, 0 rejected");
        assertThat(again.output()).contains(" 0 new, 0 rejected");
        assertThat(lines(COUNTS)).isEqualTo(SHOP_WITH_VIEWS);
        assertThat(recommendedTo("11"))
                .as("Customer 11 has only looked at the tent")
                .startsWith("Gas stove");
        assertThat(recommendedTo("10"))
                .as("What a customer saw does not come back")
                .containsExactly("Gas stove");
    }

    @Test
    @Order(5)
    void tooManyBadRowsAreAFailureThatNamesTheirFile() throws Exception {
        var outcome = ingest("csv", "--mapping", "shop.yaml", "--max-rejects", "1", "--reject-file", "bad.csv");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("clew: rejected rows (2) must be at most 1.", "All of them: bad.csv.")
                .doesNotContain("\tat ");
        assertThat(Files.readString(folder.resolve("bad.csv"))).contains("products.csv,7,", "purchases.csv,9,");
    }

    @Test
    @Order(6)
    void aMappingThatIsWrongIsBadUsageAndLoadsNothing() throws Exception {
        String wrong = page.shown("shop.yaml").replace("type: integer}\n    rel", "type: int}\n    rel");
        Files.writeString(folder.resolve("wrong.yaml"), wrong);

        var outcome = ingest("csv", "--mapping", "wrong.yaml");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("wrong.yaml:20:53: type (int) is not known.");
        assertThat(lines(COUNTS)).isEqualTo(SHOP_WITH_VIEWS);
    }

    @Test
    @Order(7)
    void theSampleLoadsBesideItUnderANameOfItsOwn() throws Exception {
        var outcome = ingest("sample", "--graph", "films");
        var again = ingest("sample", "--graph", "films");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).contains(" 0 new, 0 rejected");
        assertThat(lines(COUNTS)).contains("Movie 319", "User 2000").containsAll(SHOP_WITH_VIEWS);
        assertThat(
                        lines(
                                "CALL clew.recommend('u0001', {graph: 'films', k: 3}) YIELD item RETURN labels(item)[0] AS line"))
                .containsExactly("Movie", "Movie", "Movie");
    }

    @Test
    @Order(8)
    void evaluatingTheLoadedGraphGivesEveryNumberThatItsFilesGive() throws Exception {
        assertThat(evaluated("loaded", "--graph", "films", "--uri", uri)).isEqualTo(evaluated("files"));
    }

    /** The results without the data's name and the costs. */
    private static List<String> evaluated(String out, String... data) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "evaluate",
                "--recommenders",
                "meta-path,popularity",
                "--sample",
                "200",
                "--auc-users",
                "20",
                "--out",
                out));
        command.addAll(List.of(data));
        var outcome = ClewProcess.run(folder, command.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return Files.readAllLines(folder.resolve(out).resolve("results.json")).stream()
                .filter(line -> !line.matches(" *\"(dataset|fitCpuSeconds|peakMemoryBytes)\".*"))
                .toList();
    }

    @Test
    @Order(8)
    void serveAnswersOverHttpAndStopsCleanlyWhenItIsTerminated() throws Exception {
        String port = String.valueOf(Ports.of(0, 0, 0).reserved().api().number());
        try (var api = ClewProcess.start(folder, "serve", "--port", port, "--uri", uri)) {
            awaitOk("http://127.0.0.1:%s/actuator/health/readiness".formatted(port));
            assertThat(get("http://127.0.0.1:%s/v1/users/7/recommendations?k=1".formatted(port)))
                    .contains("\"name\":\"Helmet X\"");
            List<ProcessHandle> children = api.children();
            assertThat(children).hasSize(1);

            var outcome = api.terminate();

            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    @Order(9)
    void theServerStopsCleanlyWhenItIsTerminatedAndLosesNothing() throws Exception {
        List<String> before = lines(COUNTS);
        List<ProcessHandle> children = server.children();
        assertThat(children).hasSize(1);

        var outcome = server.terminate();

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        server = startedServer();
        assertThat(lines(COUNTS)).isEqualTo(before);
    }

    @Test
    @Order(10)
    void theServerStopsCleanlyWhenItIsInterrupted() throws Exception {
        assumeFalse(interruptsAreIgnored(), "The tests run in a background job, whose processes ignore SIGINT.");
        List<ProcessHandle> children = server.children();

        new ProcessBuilder("kill", "-INT", String.valueOf(server.pid())).start().waitFor();

        var outcome = server.finish();
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    /** A shell without job control makes its background jobs ignore SIGINT, and their children inherit that. */
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        var ignored = Pattern.compile("SigIgn:\\s*([0-9a-f]+)").matcher(Files.readString(status));
        return ignored.find() && (Long.parseUnsignedLong(ignored.group(1), 16) & 0b10) != 0;
    }

    private static Outcome ingest(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ingest"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--uri", uri));
        return ClewProcess.run(folder, command.toArray(String[]::new));
    }

    private static String rejected() throws IOException {
        return Files.readString(folder.resolve("rejected.csv")).replace("\r\n", "\n");
    }

    private static List<String> recommendedTo(String customer) {
        return lines("CALL clew.recommend(" + customer + ") YIELD rank, item RETURN item.title AS line ORDER BY rank");
    }

    private static List<String> lines(String statement) {
        return rows(statement).stream().map(row -> row.get(0)).toList();
    }

    private static List<List<String>> rows(String statement) {
        try (Driver driver = GraphDatabase.driver(uri, AuthTokens.none());
                var session = driver.session()) {
            return session.run(statement)
                    .list(row -> row.values().stream()
                            .map(value -> value.asObject().toString())
                            .toList());
        }
    }

    private static void awaitOk(String address) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!answersOk(address)) {
            assertThat(System.nanoTime())
                    .as("%s answers 200 within %s", address, DEADLINE)
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean answersOk(String address) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(request(address), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request(address), BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }
}
