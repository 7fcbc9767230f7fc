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
 * the store is being read, commits are kept and applied to what the scan found: every change may be applied twice, so it does not matter which of
 * them the scan already saw.
 */
public final class LiveGraph {
    private final DeclarationStore.Declared declared;
    private final EntityReader reader;
    private final CommitReader commitReader;

    private State state = State.BUILDING;
    /** Commits since a reading of the store began; null while none is under way. */
    private @Nullable List<List<GraphChange>> arrived = new ArrayList<>();

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
        if (arrived != null) {
            arrived.add(changes);
        }
        GraphSnapshot current = snapshot;
        if (current != null) {
            snapshot = current.apply(changes);
        }
    }

    /** Nothing is served any more until {@link #built}. */
    synchronized void withdraw(String because) {
        state = State.STALE;
        message = because;
        snapshot = null;
    }

    /** Commits are kept from now on, besides being applied if there is a snapshot: the store is about to be read. */
    synchronized void reading() {
        arrived = new ArrayList<>();
    }

    /** The store was read; what was committed meanwhile is applied on top, and the result is served. */
    synchronized void built(GraphSnapshot scanned, long millis) {
        snapshot = upToDate(scanned);
        arrived = null;
        state = State.READY;
        buildMillis = millis;
        message = "";
        notifyAll();
    }

    /**
     * What the served snapshot and the store, as just read, disagree on; on any difference the latter is served from now on.
     *
     * @param most differences to tell
     */
    synchronized List<String> compared(GraphSnapshot scanned, int most) {
        GraphSnapshot stored = upToDate(scanned);
        GraphSnapshot served = snapshot;
        List<String> differences =
                served == null ? List.of("nothing was served") : SnapshotComparison.of(served, stored, most);
        if (!differences.isEmpty()) {
            snapshot = stored;
        }
        arrived = null;
        return differences;
    }

    private GraphSnapshot upToDate(GraphSnapshot scanned) {
        GraphSnapshot current = scanned;
        for (List<GraphChange> changes : arrived == null ? List.<List<GraphChange>>of() : arrived) {
            current = current.apply(changes);
        }
        return current;
    }

    synchronized void failed(String because) {
        state = State.FAILED;
        message = because;
        snapshot = null;
        arrived = null;
        notifyAll();
    }
}
