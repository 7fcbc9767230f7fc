package dev.clew.benchmarks.probe;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.neo4j.graphdb.event.TransactionEventListener;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.internal.event.GlobalTransactionEventListeners;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Takes Clew's listener off the database's commits and puts it back, so that commits with and without it can be compared in one process. */
@NullUnmarked
public final class ListenerProcedures {

    private static final Queue<TransactionEventListener<?>> TAKEN_OFF = new ConcurrentLinkedQueue<>();

    @Context
    public GraphDatabaseAPI database;

    /** How many of Clew's listeners follow commits now. */
    public record ListenersRow(long listeners) {}

    @Procedure(name = "benchmark.follow", mode = Mode.READ)
    @Description("Says whether Clew follows commits. What is committed while it does not is missing in its snapshots.")
    public Stream<ListenersRow> follow(@Name("follow") boolean follow) {
        if (follow) {
            putBack();
        } else {
            takeOff();
        }
        return Stream.of(new ListenersRow(clews().size()));
    }

    private void takeOff() {
        for (TransactionEventListener<?> listener : clews()) {
            listeners().unregisterTransactionEventListener(database.databaseName(), listener);
            TAKEN_OFF.add(listener);
        }
    }

    /** A database that stops without its listener complains. */
    private void putBack() {
        for (TransactionEventListener<?> listener = TAKEN_OFF.poll(); listener != null; listener = TAKEN_OFF.poll()) {
            listeners().registerTransactionEventListener(database.databaseName(), listener);
        }
    }

    private List<? extends TransactionEventListener<?>> clews() {
        return listeners().getDatabaseTransactionEventListeners(database.databaseName()).stream()
                .filter(listener -> listener.getClass().getName().startsWith("dev.clew."))
                .toList();
    }

    private GlobalTransactionEventListeners listeners() {
        return database.getDependencyResolver().resolveDependency(GlobalTransactionEventListeners.class);
    }
}
