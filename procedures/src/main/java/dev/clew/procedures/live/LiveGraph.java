package dev.clew.procedures.live;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphSchema;
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
    /** Each round applies what was committed during the one before: after a few there is next to nothing left. */
    private static final int CATCH_UP_ROUNDS = 4;

    private volatile DeclarationStore.Declared declared;
    private final EntityReader reader;
    private final CommitReader commitReader;
    private final CompactionRule compactionRule;

    private State state = State.BUILDING;
    /** Commits since a reading of the store began; null while none is under way. */
    private @Nullable List<List<GraphChange>> arrived = new ArrayList<>();

    private volatile @Nullable GraphSnapshot snapshot;
    private long transactionId;
    private long buildMillis;
    private String message = "";
    private boolean compacting;

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

    /** What a commit makes necessary besides being applied. */
    enum FollowUp {
        NOTHING,
        /** Much has changed by now: told once until {@link LiveGraph#compact} is over. */
        COMPACT,
        /** What it says of a node contradicts another commit: the store has to be asked. */
        READ_AGAIN
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

    LiveGraph(DeclarationStore.Declared declared, CompactionRule compactionRule) {
        this.declared = declared;
        this.compactionRule = compactionRule;
        this.reader = new EntityReader(declared.declaration());
        this.commitReader = new CommitReader(reader);
    }

    public String name() {
        return declared.name();
    }

    public Declaration declaration() {
        return declared.declaration();
    }

    /**
     * Takes a declaration that differs in its paths alone: the snapshot holds nothing of them, so the store need not be read again.
     *
     * @return false if it differs in more, or if nothing can be served
     */
    synchronized boolean walk(DeclarationStore.Declared other) {
        boolean pathsAlone = other.declaration()
                .withPaths(List.of())
                .equals(declared.declaration().withPaths(List.of()));
        if (!pathsAlone || state == State.FAILED) {
            return false;
        }
        declared = other;
        GraphSnapshot current = snapshot;
        if (current != null) {
            snapshot = walked(current);
        }
        return true;
    }

    /** The graph along the paths declared now: it may have been made by an older declaration. */
    private GraphSnapshot walked(GraphSnapshot graph) {
        GraphSchema schema = declared.declaration().schema();
        return graph.schema().equals(schema) ? graph : graph.withPathsOf(schema);
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
    synchronized FollowUp committed(List<GraphChange> changes, long atTransactionId) {
        transactionId = Math.max(transactionId, atTransactionId);
        if (arrived != null) {
            arrived.add(changes);
        }
        GraphSnapshot current = snapshot;
        if (current == null) {
            return FollowUp.NOTHING;
        }
        GraphSnapshot next = current.apply(changes);
        snapshot = next;
        if (next.doubts() > current.doubts()) {
            return FollowUp.READ_AGAIN;
        }
        boolean due = !compacting && compactionRule.isDue(next);
        compacting |= due;
        return due ? FollowUp.COMPACT : FollowUp.NOTHING;
    }

    /**
     * Puts what commits have changed back into arrays and serves these. Readers go on with the state they have; commits go on as ever and are
     * applied to the arrays as well, all but the last few of them while nobody waits.
     */
    void compact() {
        boolean done = false;
        try {
            GraphSnapshot base = beginCompaction();
            if (base != null) {
                publish(base.compacted());
            }
            done = true;
        } finally {
            endCompaction(done);
        }
    }

    /** The state to compact, every later commit being kept; null if nothing is served now, since the store is to be read again. */
    private synchronized @Nullable GraphSnapshot beginCompaction() {
        arrived = new ArrayList<>();
        return snapshot;
    }

    private void publish(GraphSnapshot compacted) {
        GraphSnapshot current = compacted;
        for (int round = 0; round < CATCH_UP_ROUNDS; round++) {
            current = applied(current, takeArrived());
        }
        synchronized (this) {
            current = walked(upToDate(current));
            // Withdrawn meanwhile: a commit could not be followed, and what was compacted does not hold it either.
            if (snapshot != null) {
                snapshot = current;
            }
        }
    }

    private synchronized List<List<GraphChange>> takeArrived() {
        List<List<GraphChange>> taken = arrived == null ? List.of() : arrived;
        arrived = new ArrayList<>();
        return taken;
    }

    /** One that failed, for lack of memory, is not tried again at each commit. */
    private synchronized void endCompaction(boolean done) {
        arrived = null;
        compacting = !done;
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
        snapshot = walked(upToDate(scanned));
        arrived = null;
        compacting = false;
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
        GraphSnapshot stored = walked(upToDate(scanned));
        GraphSnapshot served = snapshot;
        List<String> differences =
                served == null ? List.of("nothing was served") : SnapshotComparison.of(served, stored, most);
        if (!differences.isEmpty()) {
            snapshot = stored;
        }
        arrived = null;
        return differences;
    }

    /** The store could not be read; commits need not be kept any more. */
    synchronized void notRead() {
        arrived = null;
    }

    private GraphSnapshot upToDate(GraphSnapshot scanned) {
        return applied(scanned, arrived == null ? List.of() : arrived);
    }

    private static GraphSnapshot applied(GraphSnapshot graph, List<List<GraphChange>> commits) {
        GraphSnapshot current = graph;
        for (List<GraphChange> changes : commits) {
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
