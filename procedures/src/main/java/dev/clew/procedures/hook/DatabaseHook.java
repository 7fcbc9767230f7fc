package dev.clew.procedures.hook;

import dev.clew.procedures.live.LiveGraphs;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListener;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.internal.event.GlobalTransactionEventListeners;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;

/**
 * Ties the declared graphs of one database to its life and its commits, and finds them again for a procedure call.
 *
 * <p>An exception in {@code beforeCommit} would veto a user's write, so nothing here throws: {@link LiveGraphs} reads a graph again rather than fail.
 */
public final class DatabaseHook extends LifecycleAdapter
        implements TransactionEventListener<LiveGraphs.@Nullable Prepared> {
    private static final Map<GraphDatabaseAPI, LiveGraphs> STARTED = new ConcurrentHashMap<>();

    private final GraphDatabaseAPI database;
    private final GlobalTransactionEventListeners listeners;
    private final LiveGraphs graphs;

    DatabaseHook(GraphDatabaseAPI database, GlobalTransactionEventListeners listeners, LiveGraphs graphs) {
        this.database = database;
        this.listeners = listeners;
        this.graphs = graphs;
    }

    /**
     * The declared graphs of a database.
     *
     * @throws IllegalStateException if the hook did not start with it, saying how to mend that: a snapshot that follows no commits must not be served
     */
    public static LiveGraphs graphsOf(GraphDatabaseService database) {
        for (Map.Entry<GraphDatabaseAPI, LiveGraphs> entry : STARTED.entrySet()) {
            if (isSame(entry.getKey(), database)) {
                return entry.getValue();
            }
        }
        throw new IllegalStateException(
                "Clew's commit hook did not start with database '"
                        + database.databaseName()
                        + "', so its graphs would not follow commits. Put the Clew jar on the server's class path as well as in its plugins folder (the stock server does both when the jar lies in plugins/), then restart.");
    }

    private static boolean isSame(GraphDatabaseAPI started, GraphDatabaseService asked) {
        return asked instanceof GraphDatabaseAPI api
                && api.databaseId().databaseId().equals(started.databaseId().databaseId());
    }

    @Override
    public void start() {
        listeners.registerTransactionEventListener(database.databaseName(), this);
        STARTED.put(database, graphs);
        graphs.start();
    }

    @Override
    public void stop() {
        STARTED.remove(database);
        graphs.stop();
        listeners.unregisterTransactionEventListener(database.databaseName(), this);
    }

    @Override
    public LiveGraphs.Prepared beforeCommit(
            TransactionData data, Transaction transaction, GraphDatabaseService databaseService) {
        return graphs.prepare(data);
    }

    @Override
    public void afterCommit(
            TransactionData data, LiveGraphs.@Nullable Prepared prepared, GraphDatabaseService databaseService) {
        if (prepared != null) {
            graphs.committed(prepared, data.getTransactionId());
        }
    }

    @Override
    public void afterRollback(
            TransactionData data, LiveGraphs.@Nullable Prepared prepared, GraphDatabaseService databaseService) {
        graphs.rolledBack(prepared);
    }
}
