package dev.clew.benchmarks.vectors;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.timing.Measurement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** Asks for lists, one after the other, in a session of its own. */
final class VectorClient implements AutoCloseable {

    private static final String ASK = CypherFile.read(VectorClient.class, "ask");
    private static final String TIMED = CypherFile.read(VectorClient.class, "timed");

    private final Session session;
    private final Map<String, Object> options;

    VectorClient(Driver driver, String recommender, String search, int k) {
        this.session = driver.session();
        this.options = new HashMap<>(Map.of("recommender", recommender, "search", search, "k", k));
    }

    VectorAnswer ask(Object user) {
        List<Record> rows = session.run(ASK, parameters(user)).list();
        return new VectorAnswer(
                rows.stream().map(row -> row.get("itemId").asObject()).toList(),
                rows.stream().map(row -> row.get("score").asDouble()).toList(),
                rows.stream()
                        .map(row -> row.get("version").asLong(VectorAnswer.NO_VERSION))
                        .toList());
    }

    /** Asks once as clients do and once where no network comes between, and adds both times. */
    void time(Object user, Measurement bolt, Measurement inside) {
        long begin = System.nanoTime();
        ask(user);
        bolt.answered(System.nanoTime() - begin);
        Map<String, Object> statement = Map.of("statement", ASK, "parameters", parameters(user));
        Record timed = session.run(TIMED, statement).single();
        if (!timed.get("error").isNull()) {
            throw new IllegalStateException(timed.get("error").asString());
        }
        inside.answered(timed.get("nanos").asLong());
    }

    private Map<String, Object> parameters(Object user) {
        return Map.of("user", user, "options", options);
    }

    @Override
    public void close() {
        session.close();
    }
}
