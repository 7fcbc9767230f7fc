package dev.clew.ingest.load;

import dev.clew.ingest.source.GraphSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/**
 * Keeps, in the graph itself, how far each load has come: a {@code (:ClewLoad)} for each fingerprint with a {@code (:ClewLoadLane)} for
 * each writer.
 *
 * <p>A lane is advanced in the transaction that writes its batch, from the batch it must stand at. So a batch counts as loaded exactly if
 * its rows are there; a commit whose answer got lost is recognised when it is tried again; and a second process loading the same data is
 * noticed. Lanes are nodes of their own because writers would wait for each other on one.
 */
final class LoadRecord {
    private static final int FORMAT_VERSION = 1;

    private static final List<String> CONSTRAINTS = List.of(
            "CREATE CONSTRAINT clew_load_id IF NOT EXISTS FOR (l:ClewLoad) REQUIRE l.id IS UNIQUE",
            "CREATE CONSTRAINT clew_load_lane_id IF NOT EXISTS FOR (l:ClewLoadLane) REQUIRE l.id IS UNIQUE");

    private static final String READ = """
            MATCH (load:ClewLoad {id: $id})
            OPTIONAL MATCH (load)-[:CLEW_HAS_LANE]->(lane:ClewLoadLane)
            WITH load, lane ORDER BY lane.number
            RETURN load.state AS state, load.run AS run, load.batchSize AS batchSize,
                   collect(lane.batch) AS committed, sum(lane.rejected) AS rejected""";

    private static final String BEGIN = """
            MERGE (load:ClewLoad {id: $id})
              ON CREATE SET load.startedAt = datetime()
            SET load.formatVersion = $formatVersion, load.source = $source, load.state = 'running', load.run = $run,
                load.batchSize = $batchSize
            WITH load
            CALL (load) {
              MATCH (load)-[:CLEW_HAS_LANE]->(old:ClewLoadLane)
              DETACH DELETE old
            }
            UNWIND range(0, $lanes - 1) AS number
            CREATE (load)-[:CLEW_HAS_LANE]->(:ClewLoadLane {id: $id + '/' + number, number: number, batch: -1, rejected: 0})""";

    private static final String ADVANCE = """
            MATCH (load:ClewLoad {id: $id, run: $run})-[:CLEW_HAS_LANE]->(lane:ClewLoadLane {number: $lane})
            SET lane.lockedFor = $batch
            WITH lane, lane.batch AS seen
            SET lane.batch = CASE WHEN seen = $expected THEN $batch ELSE seen END
            RETURN seen""";

    private static final String COUNT_REJECTED = """
            MATCH (lane:ClewLoadLane {id: $lane})
            SET lane.rejected = lane.rejected + $rejected""";

    private static final String COMPLETE = """
            MATCH (load:ClewLoad {id: $id})
            SET load.state = 'complete', load.completedAt = datetime(), load.rejected = $rejected""";

    private final Driver driver;

    LoadRecord(Driver driver) {
        this.driver = driver;
    }

    /** Creates the constraints of the record's own nodes; statements as in {@code cypher/schema}. */
    void createSchema() {
        try (Session session = driver.session()) {
            CONSTRAINTS.forEach(statement -> session.run(statement).consume());
        }
    }

    /** Opens the load of a source: goes on with an interrupted one, or begins. */
    LoadState open(GraphSource source, LoadOptions options) {
        try (Session session = driver.session()) {
            return session.executeWrite(transaction -> {
                List<Record> found = transaction
                        .run(READ, Map.of("id", source.fingerprint()))
                        .list();
                return found.isEmpty()
                        ? begin(transaction, source, options, 1, LoadSummary.Outcome.LOADED)
                        : reopen(transaction, source, options, found.get(0));
            });
        }
    }

    private static LoadState reopen(
            TransactionContext transaction, GraphSource source, LoadOptions options, Record found) {
        long run = found.get("run").asLong();
        if (!found.get("state").asString().equals("complete")) {
            return state(source, found, LoadSummary.Outcome.CONTINUED);
        }
        return options.skipCompleted()
                ? state(source, found, LoadSummary.Outcome.SKIPPED)
                : begin(transaction, source, options, run + 1, LoadSummary.Outcome.RELOADED);
    }

    private static LoadState state(GraphSource source, Record found, LoadSummary.Outcome outcome) {
        return new LoadState(
                source.fingerprint(),
                found.get("run").asLong(),
                found.get("batchSize").asInt(),
                found.get("committed").asList(value -> value.asLong()),
                found.get("rejected").asLong(),
                outcome);
    }

    private static LoadState begin(
            TransactionContext transaction,
            GraphSource source,
            LoadOptions options,
            long run,
            LoadSummary.Outcome outcome) {
        transaction
                .run(
                        BEGIN,
                        Map.of(
                                "id", source.fingerprint(),
                                "formatVersion", FORMAT_VERSION,
                                "source", source.name(),
                                "run", run,
                                "batchSize", options.batchSize(),
                                "lanes", options.writers()))
                .consume();
        List<Long> none = new ArrayList<>(Collections.nCopies(options.writers(), -1L));
        return new LoadState(source.fingerprint(), run, options.batchSize(), none, 0, outcome);
    }

    /**
     * Moves a lane on to a batch, in the transaction that writes it.
     *
     * @param expected the batch the lane must stand at
     * @return false if the batch was committed before
     * @throws LoadException if the lane stands elsewhere
     */
    boolean advance(TransactionContext transaction, LoadState state, long expected, long batch) {
        List<Record> seen = transaction
                .run(
                        ADVANCE,
                        Map.of(
                                "id", state.id(),
                                "run", state.run(),
                                "lane", state.lane(batch),
                                "expected", expected,
                                "batch", batch))
                .list();
        long at = seen.isEmpty() ? Long.MIN_VALUE : seen.get(0).get("seen").asLong();
        if (at != expected && at != batch) {
            throw new LoadException("Another process is loading the same data into this database (batch " + batch
                    + " was expected to follow " + expected + "). Wait for it, or stop it and load again.");
        }
        return at == expected;
    }

    /** Adds to a lane's count of bad rows, in the transaction that moved it on. */
    void countRejected(TransactionContext transaction, LoadState state, int lane, long rejected) {
        if (rejected > 0) {
            transaction
                    .run(COUNT_REJECTED, Map.of("lane", state.id() + "/" + lane, "rejected", rejected))
                    .consume();
        }
    }

    /** Marks a load as complete. */
    void complete(LoadState state, long rejected) {
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> transaction
                    .run(COMPLETE, Map.of("id", state.id(), "rejected", rejected))
                    .consume());
        }
    }
}
