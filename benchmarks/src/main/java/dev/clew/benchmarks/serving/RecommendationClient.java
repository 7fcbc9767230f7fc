package dev.clew.benchmarks.serving;

import dev.clew.benchmarks.timing.Client;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/** Asks one system for one user after the other, in a session of its own. */
final class RecommendationClient implements Client {

    private final ServedSystem system;
    private final List<Long> users;
    private final Duration timeout;
    private final TransactionConfig limited;
    private final Session session;

    RecommendationClient(Driver driver, ServedSystem system, List<Long> users, Duration timeout) {
        this.system = system;
        this.users = users;
        this.timeout = timeout;
        this.limited = TransactionConfig.builder().withTimeout(timeout).build();
        this.session = driver.session();
    }

    @Override
    public boolean call(int index) {
        return ask(users.get(index % users.size())).isPresent();
    }

    /** The first column, read with all the others; empty if the database gave up. */
    Optional<List<Object>> ask(Long user) {
        long begin = System.nanoTime();
        try {
            return Optional.of(session.run(system.statement(), system.parametersFor(user), limited)
                    .list(row -> row.get(0).asObject()));
        } catch (Neo4jException e) {
            // A procedure may wrap the termination in an error of its own, so that the clock is the only sure sign.
            if (System.nanoTime() - begin < timeout.toNanos()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
