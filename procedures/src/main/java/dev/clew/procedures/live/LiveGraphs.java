package dev.clew.procedures.live;

import dev.clew.core.graph.GraphChange;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.NotReadyException;
import dev.clew.core.settings.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.logging.Log;

/**
 * The declared graphs of one database. Reads the declarations when the database is up, builds the snapshots in the background, and
 * takes part in every commit: {@link #prepare} before it, {@link #committed} or {@link #rolledBack} after it.
 */
public final class LiveGraphs {
    /** The graph meant when a caller names none and several are declared. */
    public static final String DEFAULT_NAME = "default";

    private final GraphDatabaseService database;
    private final Log log;
    private final CompactionRule compactionRule;
    private final Map<String, LiveGraph> graphs = new ConcurrentSkipListMap<>();
    private final CommitGate gate = new CommitGate();
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final AtomicLong nextVersion = new AtomicLong(1);
    private final ExecutorService builder;
    private final LiveModels models;

    /** What a transaction about to commit will change, and the generation it began in. */
    public static final class Prepared {
        private final CommitGate.Generation generation;
        private final Map<LiveGraph, List<GraphChange>> changes = new LinkedHashMap<>();
        private final Map<LiveGraph, Throwable> unreadable = new LinkedHashMap<>();
        private List<DeclarationStore.Declared> declared = List.of();
        private List<String> dropped = List.of();
        private List<LivePointer> published = List.of();
        private List<ModelKey> withdrawn = List.of();

        Prepared(CommitGate.Generation generation) {
            this.generation = generation;
        }
    }

    public LiveGraphs(GraphDatabaseService database, Log log) {
        this(database, log, CompactionRule.DEFAULT);
    }

    LiveGraphs(GraphDatabaseService database, Log log, CompactionRule compactionRule) {
        this.database = database;
        this.log = log;
        this.compactionRule = compactionRule;
        this.models = new LiveModels(database, log);
        this.builder = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "clew-build-" + database.databaseName());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The trained models that answer over these graphs. */
    public LiveModels models() {
        return models;
    }

    /** Starts reading the stored declarations as soon as the database answers; returns at once. */
    public void start() {
        builder.execute(this::loadDeclarations);
    }

    /** Gives up what is being built. */
    public void stop() {
        builder.shutdownNow();
    }

    private void loadDeclarations() {
        try {
            while (!database.isAvailable(1000)) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            try (Transaction transaction = database.beginTx()) {
                DeclarationStore.readAll(transaction).forEach(this::declare);
            }
        } catch (RuntimeException e) {
            log.error(
                    "Clew could not read its declarations. Graphs must be declared again, or the cause mended and the database restarted.",
                    e);
        } finally {
            loaded.countDown();
        }
    }

    private void declare(DeclarationStore.Declared declared) {
        LiveGraph served = graphs.get(declared.name());
        if (served != null && served.declarationVersion() < declared.version() && served.walk(declared)) {
            return;
        }
        LiveGraph graph = new LiveGraph(declared, compactionRule);
        LiveGraph current = graphs.merge(
                declared.name(),
                graph,
                (old, fresh) -> old.declarationVersion() >= fresh.declarationVersion() ? old : fresh);
        if (current.equals(graph)) {
            builder.execute(() -> build(graph));
        }
    }

    private void build(LiveGraph graph) {
        long started = System.nanoTime();
        try {
            GraphSnapshot scanned = readStore(graph);
            models.refresh(graph.name(), scanned);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            graph.built(scanned, millis);
            log.info("Clew graph '%s' is ready: %d nodes in %d ms", graph.name(), scanned.nodeCount(), millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("Clew could not read graph '" + graph.name() + "'", e);
            graph.failed(String.valueOf(e.getMessage()));
        }
    }

    /** The graph as stored, with every commit that it does not hold kept by {@link LiveGraph#reading}. */
    private GraphSnapshot readStore(LiveGraph graph) throws InterruptedException {
        graph.reading();
        gate.awaitEarlier();
        return StoreScan.read(graph.reader(), () -> database.beginTx(0, TimeUnit.SECONDS), nextVersion());
    }

    /**
     * Reads the store again and compares it with what is served; on any difference what was read is served from then on. Commits go on
     * meanwhile and are taken into account.
     *
     * @param most differences to tell
     * @return the differences, none if all is well
     */
    public List<String> verify(LiveGraph graph, int most, long deadlineNanos) {
        graph.await(deadlineNanos);
        Future<List<String>> differences = builder.submit(() -> compared(graph, most));
        try {
            return differences.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("Verifying graph '" + graph.name() + "' was interrupted.");
        } catch (TimeoutException e) {
            throw new NotReadyException(
                    "Verifying graph '" + graph.name() + "' takes longer than timeoutMillis; it goes on in"
                            + " the background, and a difference is repaired all the same.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Graph '" + graph.name() + "' could not be verified: " + e.getCause(), e);
        }
    }

    private List<String> compared(LiveGraph graph, int most) throws InterruptedException {
        boolean read = false;
        try {
            GraphSnapshot scanned = readStore(graph);
            read = true;
            return graph.compared(scanned, most);
        } finally {
            if (!read) {
                graph.notRead();
            }
        }
    }

    /** Versions of rebuilt snapshots start far above those that commits have counted up to. */
    private long nextVersion() {
        return nextVersion.getAndIncrement() << 40;
    }

    /** Every declared graph, by name, once the stored declarations are read. */
    public List<LiveGraph> all(long deadlineNanos) {
        awaitLoaded(deadlineNanos);
        return List.copyOf(graphs.values());
    }

    /**
     * The graph of that name, or, with none given, the one called {@value #DEFAULT_NAME} or the only one there is.
     *
     * @throws IllegalArgumentException if there is no such graph, listing those there are
     */
    public LiveGraph named(Optional<String> name, long deadlineNanos) {
        awaitLoaded(deadlineNanos);
        if (graphs.isEmpty()) {
            throw new IllegalArgumentException(
                    "No graph is declared in this database. Declare one: CALL clew.graph.declare('default', {user: ..., item: ..., interactions: [...]}); CALL clew.help('declare') shows how.");
        }
        if (name.isEmpty() && graphs.size() == 1) {
            return graphs.values().iterator().next();
        }
        LiveGraph graph = graphs.get(name.orElse(DEFAULT_NAME));
        if (graph == null) {
            throw new IllegalArgumentException("graph (" + name.orElse(DEFAULT_NAME) + ") is not declared. "
                    + Suggestion.didYouMean(name.orElse(DEFAULT_NAME), graphs.keySet()));
        }
        return graph;
    }

    private void awaitLoaded(long deadlineNanos) {
        try {
            if (!loaded.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new NotReadyException(
                        "Clew is warming up: the declarations are being read. Ask again in a moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("Waiting for the declarations was interrupted.");
        }
    }

    /** Reads off a transaction about to commit what it changes. Never fails: a graph it cannot read the changes of is read again. */
    public Prepared prepare(TransactionData data) {
        Prepared prepared = new Prepared(gate.enter());
        for (LiveGraph graph : graphs.values()) {
            try {
                prepared.changes.put(graph, graph.commitReader().read(data));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                prepared.unreadable.put(graph, e);
            }
        }
        try {
            prepared.declared = DeclarationStore.written(data);
            prepared.dropped = DeclarationStore.deleted(data);
            prepared.published = ModelStore.published(data);
            prepared.withdrawn = ModelStore.withdrawn(data);
        } catch (RuntimeException e) {
            log.error(
                    "Clew could not read a declaration or a live model being committed; it takes effect at the next start",
                    e);
        }
        return prepared;
    }

    /** Brings every graph up to a commit that has happened. Never fails, for the same reason. */
    public void committed(Prepared prepared, long transactionId) {
        try {
            prepared.changes.forEach((graph, changes) -> apply(graph, changes, transactionId));
            prepared.unreadable.forEach(this::rebuild);
            prepared.withdrawn.forEach(models::withdrawn);
            prepared.published.forEach(this::publish);
            prepared.dropped.forEach(this::drop);
            prepared.declared.forEach(this::declare);
        } catch (RuntimeException e) {
            log.error("Clew could not take up a declaration or a model; it takes effect at the next start", e);
        } finally {
            gate.leave(prepared.generation);
        }
    }

    private void drop(String name) {
        graphs.remove(name);
        models.forget(name);
    }

    private void publish(LivePointer pointer) {
        LiveGraph graph = graphs.get(pointer.key().graph());
        if (!models.published(pointer) && graph != null) {
            soon(graph, () -> refreshModels(graph));
        }
    }

    private void refreshModels(LiveGraph graph) {
        GraphSnapshot snapshot = graph.status().snapshot();
        // While there is none it is being built, which reads the models as well.
        if (snapshot != null) {
            models.refresh(graph.name(), snapshot);
        }
    }

    private void apply(LiveGraph graph, List<GraphChange> changes, long transactionId) {
        try {
            switch (graph.committed(changes, transactionId)) {
                case COMPACT -> compactSoon(graph);
                case READ_AGAIN -> soon(graph, () -> compareAndRepair(graph));
                case NOTHING -> {}
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            rebuild(graph, e);
        }
    }

    /** Has the graph's arrays made anew after what is being built now. */
    void compactSoon(LiveGraph graph) {
        soon(graph, () -> compact(graph));
    }

    private void soon(LiveGraph graph, Runnable work) {
        try {
            builder.execute(work);
        } catch (RejectedExecutionException stopped) {
            log.debug("Clew graph '%s' is not looked after any more: the database stops", graph.name());
        }
    }

    /** A label changed while another transaction connected the node: rare enough to read everything. */
    private void compareAndRepair(LiveGraph graph) {
        try {
            List<String> differences = compared(graph, 1);
            log.info(
                    "Clew graph '%s' was compared with the store after contradictory commits: %s",
                    graph.name(), differences);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("Clew could not compare graph '" + graph.name() + "' with the store", e);
        }
    }

    private void compact(LiveGraph graph) {
        long started = System.nanoTime();
        try {
            graph.compact();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            log.debug("Clew graph '%s' was compacted in %d ms", graph.name(), millis);
        } catch (RuntimeException | OutOfMemoryError e) {
            log.warn("Clew could not compact graph '" + graph.name() + "'; it is served as it is", e);
        }
    }

    private void rebuild(LiveGraph graph, Throwable cause) {
        log.error(
                "Clew could not follow a commit in graph '" + graph.name() + "'; reading it from the store again",
                cause);
        graph.withdraw("A commit could not be followed: " + cause);
        builder.execute(() -> build(graph));
    }

    /** Forgets a transaction that did not commit. */
    public void rolledBack(@Nullable Prepared prepared) {
        if (prepared != null) {
            gate.leave(prepared.generation);
        }
    }

    /** The states of all graphs. */
    public List<LiveGraph.Status> statuses(long deadlineNanos) {
        return all(deadlineNanos).stream().map(LiveGraph::status).toList();
    }
}
