package dev.clew.benchmarks.probe;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Runs statements where no network comes between them and the clock. */
@NullUnmarked
public final class ProbeProcedures {

    @Context
    public GraphDatabaseService database;

    @Procedure(name = "benchmark.timed", mode = Mode.READ)
    @Description(
            "Runs a statement in a transaction of its own, rolls it back and says how long it took, until its last row or until it failed.")
    public Stream<TimedRow> timed(
            @Name("statement") String statement, @Name("parameters") Map<String, Object> parameters) {
        List<Map<String, Object>> rows = List.of();
        String error = null;
        ZonedDateTime start;
        long took;
        try (Transaction transaction = database.beginTx()) {
            start = ZonedDateTime.now(ZoneOffset.UTC);
            long begin = System.nanoTime();
            try (Result result = transaction.execute(statement, parameters)) {
                rows = result.stream().toList();
            } catch (QueryExecutionException e) {
                error = e.getMessage();
            }
            took = System.nanoTime() - begin;
        }
        return Stream.of(new TimedRow(rows, error, start, took));
    }
}
