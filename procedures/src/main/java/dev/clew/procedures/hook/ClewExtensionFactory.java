package dev.clew.procedures.hook;

import dev.clew.procedures.live.LiveGraphs;
import org.neo4j.kernel.extension.ExtensionFactory;
import org.neo4j.kernel.extension.ExtensionType;
import org.neo4j.kernel.extension.context.ExtensionContext;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.internal.event.GlobalTransactionEventListeners;
import org.neo4j.kernel.lifecycle.Lifecycle;
import org.neo4j.kernel.lifecycle.LifecycleAdapter;
import org.neo4j.logging.internal.LogService;

/**
 * Starts Clew with each database. Neo4j finds it on the JVM's class path: the stock server puts its plugins folder there, an embedded one must put
 * the jar in both places.
 */
public final class ClewExtensionFactory extends ExtensionFactory<ClewExtensionFactory.Dependencies> {

    /** What the kernel hands over. */
    public interface Dependencies {
        GraphDatabaseAPI database();

        GlobalTransactionEventListeners transactionEventListeners();

        LogService logService();
    }

    public ClewExtensionFactory() {
        super(ExtensionType.DATABASE, "Clew");
    }

    @Override
    public Lifecycle newInstance(ExtensionContext context, Dependencies dependencies) {
        GraphDatabaseAPI database = dependencies.database();
        if (database.databaseId().isSystemDatabase()) {
            return new LifecycleAdapter();
        }
        LiveGraphs graphs = new LiveGraphs(database, dependencies.logService().getUserLog(LiveGraphs.class));
        return new DatabaseHook(database, dependencies.transactionEventListeners(), graphs);
    }
}
