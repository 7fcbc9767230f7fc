package dev.clew.procedures.hook;

import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.txstate.TxStateHolder;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/** What Neo4j's kernel knows of a running transaction and its public API does not tell. */
public final class RunningTransaction {
    private RunningTransaction() {}

    /** Whether it has changed anything that is not committed yet. True where that cannot be told. */
    public static boolean hasWrites(Transaction transaction) {
        return !(transaction instanceof InternalTransaction internal) || hasWrites(internal.kernelTransaction());
    }

    private static boolean hasWrites(KernelTransaction transaction) {
        return !(transaction instanceof TxStateHolder state) || state.hasTxStateWithChanges();
    }

    /**
     * The node of that id, which is not looked up: for nodes of a snapshot that follows every commit, and a transaction without
     * {@linkplain #hasWrites writes}. Looking up each item of an answer would take longer than finding the items.
     */
    public static Node node(Transaction transaction, long id) {
        return ((InternalTransaction) transaction).newNodeEntity(id);
    }
}
