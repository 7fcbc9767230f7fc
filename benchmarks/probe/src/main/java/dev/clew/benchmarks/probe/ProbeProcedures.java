package dev.clew.benchmarks.probe;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
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
    public Transaction transaction;

    @Procedure(name = "benchmark.timed", mode = Mode.READ)
    @Description(
            "Runs a statement in this transaction and says how long it took, until its last row or until it failed.")
    public Stream<TimedRow> timed(
            @Name("statement") String statement, @Name("parameters") Map<String, Object> parameters) {
        long collections = collectors(GarbageCollectorMXBean::getCollectionCount);
        long collectionMillis = collectors(GarbageCollectorMXBean::getCollectionTime);
        long begin = System.nanoTime();
        List<Map<String, Object>> rows = List.of();
        String error = null;
        try {
            rows = rows(statement, parameters);
        } catch (QueryExecutionException e) {
            error = e.getMessage();
        }
        long took = System.nanoTime() - begin;
        return Stream.of(new TimedRow(
                rows,
                error,
                took,
                collectors(GarbageCollectorMXBean::getCollectionCount) - collections,
                collectors(GarbageCollectorMXBean::getCollectionTime) - collectionMillis));
    }

    private List<Map<String, Object>> rows(String statement, Map<String, Object> parameters) {
        try (Result result = transaction.execute(statement, parameters)) {
            return result.stream().toList();
        }
    }

    private static long collectors(ToLongFunction<GarbageCollectorMXBean> value) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(value)
                .sum();
    }
}
