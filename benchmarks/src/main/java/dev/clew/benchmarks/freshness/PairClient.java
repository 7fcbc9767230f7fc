package dev.clew.benchmarks.freshness;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.timing.Client;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/** Writes in one session and asks in another, which begins when the database has told the writer of success. */
final class PairClient implements Client {

    private static final String ASK = CypherFile.read(PairClient.class, "ask");
    private static final long KEYS_A_PAIR = 10;

    private final Session writer;
    private final Session asker;
    private final long firstKey;
    private final Queue<Miss> misses;
    private final Visibility visible;

    /**
     * A client.
     *
     * @param firstKey of pair 0; no key from here on is taken
     * @param misses where misses are added, shared between clients
     * @param visible where times are added, shared between clients
     */
    PairClient(Driver driver, long firstKey, Queue<Miss> misses, Visibility visible) {
        this.writer = driver.session();
        this.asker = driver.session();
        this.firstKey = firstKey;
        this.misses = misses;
        this.visible = visible;
    }

    @Override
    public boolean call(int pair) {
        Change change = Change.of(pair);
        long key = firstKey + pair * KEYS_A_PAIR;
        write(change.setup(), key);
        boolean ready = check(pair, change, "before", change.before(), key);
        write(change.write(), key);
        long written = System.nanoTime();
        if (ready && check(pair, change, "after", change.after(), key)) {
            visible.add(System.nanoTime() - written);
        }
        return true;
    }

    private void write(String statement, long key) {
        writer.run(statement, Map.of("n", key)).consume();
    }

    private boolean check(int pair, Change change, String when, Expectation expected, long key) {
        Answer answer = ask(key, change.options());
        boolean met = expected.isMetBy(answer, key);
        if (!met) {
            misses.add(new Miss(pair, change, when, answer));
        }
        return met;
    }

    private Answer ask(long user, Map<String, Object> options) {
        try {
            return new Answer(
                    asker.run(ASK, Map.of("u", user, "options", options))
                            .list(row -> row.get("itemId").asLong()),
                    null);
        } catch (Neo4jException e) {
            return new Answer(List.of(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        writer.close();
        asker.close();
    }
}
