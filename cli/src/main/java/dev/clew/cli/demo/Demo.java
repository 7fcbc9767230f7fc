package dev.clew.cli.demo;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.Timed;
import dev.clew.cli.process.Children;
import dev.clew.cli.process.CommandFailedException;
import dev.clew.cli.process.Installation;
import dev.clew.cli.process.Ports;
import dev.clew.ingest.load.LoadSummary;
import dev.clew.ingest.source.GraphSource;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Starts the database, loads, starts the API, shows recommendations with their reasons, and stops everything again. */
final class Demo {

    private static final int USERS = 3;

    private final DemoSettings settings;
    private final Installation installation;
    private final Console console;
    private final DemoReport report;

    Demo(DemoSettings settings, Installation installation, Console console) {
        this.settings = settings;
        this.installation = installation;
        this.console = console;
        this.report = new DemoReport(console);
    }

    /** Returns when everything is stopped again. */
    void run() throws Exception {
        Ports ports = settings.ports().reserved();
        GraphSource source = console.step("Reading " + settings.dataset().name(), settings.dataset()::open)
                .result();
        prepareState(source);
        try (var children = new Children(installation, settings.state().logs())) {
            var server = console.step(
                    "Starting Neo4j",
                    () -> children.startServer(settings.state().home(), ports));
            try (Driver driver = GraphDatabase.driver(ports.boltUri(), AuthTokens.none())) {
                var database = new DemoDatabase(driver);
                LoadSummary load = new DemoLoad(driver, settings, console).load(source);
                var snapshot = console.step("Building the snapshot", () -> database.declared(source))
                        .result();
                Timed<?> api = console.step("Starting the REST API", () -> children.startApi(ports));
                DemoUser user = showRecommendations(database);
                checkApi(ports, user);
                if (settings.exit()) {
                    report.timings(new DemoTimings(server.seconds(), load, snapshot, api.seconds(), measure(database)));
                }
                report.links(ports, user);
            }
            if (!settings.exit()) {
                console.line("");
                console.line("Press Ctrl-C to stop.");
                server.result().awaitEnd();
            }
        }
    }

    private void prepareState(GraphSource source) {
        StateFolder state = settings.state();
        if (state.prepareFor(source.fingerprint())) {
            console.line("%s held other data than %s has now. Starting afresh."
                    .formatted(state.path(), settings.dataset().name()));
        }
    }

    private DemoUser showRecommendations(DemoDatabase database) {
        List<DemoUser> users = database.users(USERS);
        if (users.isEmpty()) {
            throw failed("No user of %s has done enough to be recommended anything."
                    .formatted(settings.dataset().name()));
        }
        for (DemoUser user : users) {
            List<RecommendedItem> items = database.recommend(user);
            if (items.isEmpty()) {
                throw failed("User %s was recommended nothing.".formatted(user.id()));
            }
            report.recommendations(user, items);
        }
        return users.get(0);
    }

    private static void checkApi(Ports ports, DemoUser user) throws IOException, InterruptedException {
        String id = URLEncoder.encode(user.id().toString(), StandardCharsets.UTF_8);
        URI uri = URI.create("%s/v1/users/%s/recommendations".formatted(ports.apiUri(), id));
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw failed("GET %s answered %d: %s".formatted(uri, answer.statusCode(), answer.body()));
        }
    }

    private Optional<DemoTimings.Calls> measure(DemoDatabase database) throws Exception {
        int calls = settings.measuredCalls();
        if (calls == 0) {
            return Optional.empty();
        }
        return Optional.of(console.step(
                        "Measuring",
                        () -> new DemoTimings.Calls(
                                database.measureRecommend(calls),
                                database.measureScores(calls),
                                database.measureTrivial(calls)))
                .result());
    }

    private static CommandFailedException failed(String message) {
        return new CommandFailedException(CommandFailedException.FAILED, message);
    }
}
