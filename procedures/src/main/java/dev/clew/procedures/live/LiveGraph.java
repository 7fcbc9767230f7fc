package dev.clew.procedures.live;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.NotReadyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One declared graph in memory. Readers take the current snapshot and never wait for writers; commits replace it one after another. While
 * it is being built, commits are kept and applied to what the scan found: every change may be applied twice, so it does not matter which of
 * them the scan already saw.
 */
public final class LiveGraph {
    private final DeclarationStore.Declared declared;
    private final EntityReader reader;
    private final CommitReader commitReader;

    private State state = State.BUILDING;
    private @Nullable List<List<GraphChange>> arrivedWhileBuilding = new ArrayList<>();
    private volatile @Nullable GraphSnapshot snapshot;
    private long transactionId;
    private long buildMillis;
    private String message = "";

    /** What the snapshot is good for. */
    public enum State {
        /** Being read from the store for the first time. */
        BUILDING,
        /** Follows every commit. */
        READY,
        /** A commit could not be applied; being read again, and not served until then. */
        STALE,
        /** Could not be read; the message says why. */
        FAILED
    }

    /** A look at the state of things, all taken at one moment. */
    public record Status(
            DeclarationStore.Declared declared,
            State state,
            @Nullable GraphSnapshot snapshot,
            long transactionId,
            long buildMillis,
            String message) {

        /** The state as {@code clew.graph.status} names it. */
        public String stateName() {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    LiveGraph(DeclarationStore.Declared declared) {
        this.declared = declared;
        this.reader = new EntityReader(declared.declaration());
        this.commitReader = new CommitReader(reader);
    }

    public String name() {
        return declared.name();
    }

    public Declaration declaration() {
        return declared.declaration();
    }

    long declarationVersion() {
        return declared.version();
    }

    /** Reads stored entities as this graph means them. */
    public EntityReader reader() {
        return reader;
    }

    CommitReader commitReader() {
        return commitReader;
    }

    public synchronized Status status() {
        return new Status(declared, state, snapshot, transactionId, buildMillis, message);
    }

    /**
     * The current snapshot, as soon as there is one.
     *
     * @param deadlineNanos moment of {@link System#nanoTime} to wait until
     * @throws NotReadyException if there is none by then
     */
    public GraphSnapshot await(long deadlineNanos) {
        GraphSnapshot current = snapshot;
        return current != null ? current : awaitBuilt(deadlineNanos);
    }

    private synchronized GraphSnapshot awaitBuilt(long deadlineNanos) {
        try {
            while (snapshot == null && state != State.FAILED) {
                long left = deadlineNanos - System.nanoTime();
                if (left <= 0) {
                    throw new NotReadyException(
                            "Graph '" + name()
                                    + "' is warming up: its snapshot is being read from the store. Ask again in a moment, or with a longer timeoutMillis.");
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("Waiting for graph '" + name() + "' was interrupted.");
        }
        if (snapshot == null) {
            throw new NotReadyException("Graph '" + name() + "' could not be read: " + message);
        }
        return snapshot;
    }

    /** A commit has happened. Called before its client gets an answer. */
    synchronized void committed(List<GraphChange> changes, long atTransactionId) {
        transactionId = Math.max(transactionId, atTransactionId);
        GraphSnapshot current = snapshot;
        if (arrivedWhileBuilding != null) {
            arrivedWhileBuilding.add(changes);
        } else if (current != null) {
            snapshot = current.apply(changes);
        }
    }

    /** From now on nothing is served and commits are kept, until {@link #built}. */
    synchronized void building(State why, String because) {
        state = why;
        message = because;
        arrivedWhileBuilding = new ArrayList<>();
        snapshot = null;
    }

    /** The store was read; what was committed meanwhile is applied on top. */
    synchronized void built(GraphSnapshot scanned, long millis) {
        GraphSnapshot current = scanned;
        for (List<GraphChange> changes : arrived()) {
            current = current.apply(changes);
        }
        snapshot = current;
        arrivedWhileBuilding = null;
        state = State.READY;
        buildMillis = millis;
        message = "";
        notifyAll();
    }

    private List<List<GraphChange>> arrived() {
        return arrivedWhileBuilding == null ? List.of() : arrivedWhileBuilding;
    }

    synchronized void failed(String because) {
        state = State.FAILED;
        message = because;
        snapshot = null;
        arrivedWhileBuilding = null;
        notifyAll();
    }
}
