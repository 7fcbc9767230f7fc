package dev.clew.cli.demo;

import dev.clew.cli.process.CommandFailedException;
import dev.clew.ingest.source.GraphSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** What the demo asks of the database. */
final class DemoDatabase {

    private static final String GRAPH = "default";
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration SNAPSHOT_DEADLINE = Duration.ofMinutes(5);
    private static final int FEWEST_RELATIONSHIPS = 5;
    private static final int RECOMMENDED = 5;
    private static final long SEED = 1;

    private final Driver driver;

    DemoDatabase(Driver driver) {
        this.driver = driver;
    }

    /** Declares the graph unless an earlier run did, and waits until its snapshot is ready. */
    SnapshotStatus declared(GraphSource source) {
        if (status().isEmpty()) {
            run(Statement.DECLARE, Map.of("graph", GRAPH, "declaration", source.declaration()));
        }
        long end = System.nanoTime() + SNAPSHOT_DEADLINE.toNanos();
        Optional<SnapshotStatus> status = status();
        while (!status.map(SnapshotStatus::isReady).orElse(false)) {
            refuseUnready(status, end);
            LockSupport.parkNanos(POLL.toNanos());
            status = status();
        }
        return status.get();
    }

    List<DemoUser> users(int limit) {
        try (Session session = driver.session()) {
            Map<String, Object> parameters = Map.of("least", FEWEST_RELATIONSHIPS, "limit", limit);
            return session.run(Statement.USERS.text(), parameters).list(DemoUser::of);
        }
    }

    List<RecommendedItem> recommend(DemoUser user) {
        try (Session session = driver.session()) {
            return session.run(Statement.RECOMMEND.text(), recommendFor(user.id()))
                    .list(RecommendedItem::of);
        }
    }

    /** Measures calls for users drawn at random, after as many to warm up. */
    Latency measureRecommend(int calls) {
        return measureForUsers(Statement.RECOMMEND, calls);
    }

    Latency measureScores(int calls) {
        return measureForUsers(Statement.SCORES, calls);
    }

    private Latency measureForUsers(Statement statement, int calls) {
        List<Object> users = shuffledUsers();
        return measure(statement, calls, call -> recommendFor(users.get(call % users.size())));
    }

    Latency measureTrivial(int calls) {
        return measure(Statement.TRIVIAL, calls, call -> Map.of());
    }

    private interface Parameters {
        Map<String, Object> of(int call);
    }

    private Latency measure(Statement statement, int calls, Parameters parameters) {
        long[] nanos = new long[calls];
        try (Session session = driver.session()) {
            for (int call = -calls; call < calls; call++) {
                long begin = System.nanoTime();
                session.run(statement.text(), parameters.of(call + calls)).list();
                if (call >= 0) {
                    nanos[call] = System.nanoTime() - begin;
                }
            }
        }
        return Latency.of(nanos);
    }

    private List<Object> shuffledUsers() {
        try (Session session = driver.session()) {
            var users = new ArrayList<Object>(session.run(Statement.ALL_USERS.text())
                    .list(row -> row.get("id").asObject()));
            Collections.shuffle(users, new Random(SEED));
            return users;
        }
    }

    private Optional<SnapshotStatus> status() {
        try (Session session = driver.session()) {
            return session.run(Statement.STATUS.text(), Map.of("graph", GRAPH)).list(SnapshotStatus::of).stream()
                    .findFirst();
        }
    }

    private void run(Statement statement, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            session.run(statement.text(), parameters).consume();
        }
    }

    private static Map<String, Object> recommendFor(Object user) {
        return Map.of("user", user, "k", RECOMMENDED);
    }

    private static void refuseUnready(Optional<SnapshotStatus> status, long end) {
        if (status.map(SnapshotStatus::isFailed).orElse(false) || System.nanoTime() > end) {
            throw new CommandFailedException(
                    CommandFailedException.FAILED,
                    "The snapshot of graph '%s' is not ready: %s"
                            .formatted(
                                    GRAPH, status.map(SnapshotStatus::message).orElse("it is not declared")));
        }
    }
}
