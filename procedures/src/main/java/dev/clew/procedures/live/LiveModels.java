package dev.clew.procedures.live;

import dev.clew.core.graph.GraphSnapshot;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;

/**
 * The trained models that answer, of all graphs of a database. One becomes live in two steps: its bytes are read and checked first, then a
 * commit flips its pointer and the reference to it here. A request keeps the model it began with. What cannot be read never takes the place of
 * one that answers.
 */
public final class LiveModels {
    private final GraphDatabaseService database;
    private final Log log;
    private final Map<ModelKey, Slot> slots = new ConcurrentHashMap<>();
    /** Read for a commit that may never come. */
    private final Map<LivePointer, SoftReference<LiveModel>> prepared = new ConcurrentHashMap<>();

    /** Where the live model of one recommender is. */
    private static final class Slot {
        private volatile @Nullable LiveModel model;
        private int flips;
        private String message = "";

        /** A commit has made another model live. */
        synchronized void flip(@Nullable LiveModel next, String otherwise) {
            flips++;
            model = next == null ? model : next;
            message = next == null ? otherwise : "";
        }

        synchronized void withdraw() {
            flips++;
            model = null;
            message = "";
        }

        synchronized int flips() {
            return flips;
        }

        /** Takes what was read from the store, unless commits have gone on since then. */
        synchronized void take(LiveModel read, int flipsBefore) {
            if (flips == flipsBefore) {
                model = read;
                message = "";
            }
        }

        synchronized void fail(String because) {
            message = because;
        }

        synchronized String message() {
            return message;
        }
    }

    LiveModels(GraphDatabaseService database, Log log) {
        this.database = database;
        this.log = log;
    }

    private Slot slot(ModelKey key) {
        return slots.computeIfAbsent(key, it -> new Slot());
    }

    /** The model that answers for a recommender's name. */
    public Optional<LiveModel> find(String graph, String recommender) {
        return Optional.ofNullable(slots.get(new ModelKey(graph, recommender))).map(slot -> slot.model);
    }

    /** The models that answer in a graph, by name. */
    public List<LiveModel> of(String graph) {
        return slots.entrySet().stream()
                .filter(entry -> entry.getKey().graph().equals(graph))
                .flatMap(entry -> Stream.ofNullable(entry.getValue().model))
                .sorted(Comparator.comparing(LiveModel::recommenderName))
                .toList();
    }

    /** What is wrong with the live model, if something is: then the one before it still answers, or none. */
    public String message(String graph, String recommender) {
        Slot slot = slots.get(new ModelKey(graph, recommender));
        return slot == null ? "" : slot.message();
    }

    /**
     * Reads a model and binds it, so that the commit that makes it live has nothing left to do but to flip.
     *
     * @throws IllegalArgumentException if it is torn, or not of this graph
     */
    public void prepare(StoredModel stored, GraphSnapshot graph) {
        try {
            prepared.put(stored.pointer(), new SoftReference<>(load(stored, graph)));
        } catch (IOException unreadable) {
            // Without the cause: Neo4j shows a caller the message of the innermost one, which does not know the
            // version.
            throw new IllegalArgumentException("version (" + stored.version() + ") of '" + stored.recommender()
                    + "' cannot be made live: " + unreadable.getMessage() + " What is live stays so.");
        }
    }

    private static LiveModel load(StoredModel stored, GraphSnapshot graph) throws IOException {
        LiveModel model = new LiveModel(stored.version(), ModelStore.read(stored));
        model.on(graph);
        return model;
    }

    /**
     * A commit has made a model live.
     *
     * @return false if it was not prepared and has to be read by {@link #refresh}
     */
    boolean published(LivePointer pointer) {
        SoftReference<LiveModel> reference = prepared.remove(pointer);
        LiveModel model = reference == null ? null : reference.get();
        slot(pointer.key()).flip(model, "Version " + pointer.version() + " is being read from the store.");
        return model != null;
    }

    /** A commit has removed the pointer. */
    void withdrawn(ModelKey key) {
        slot(key).withdraw();
    }

    /** The graph is gone. */
    void forget(String graph) {
        slots.keySet().removeIf(key -> key.graph().equals(graph));
    }

    /** Reads the live models of a graph that are not in memory yet, and binds all. Never fails: the log and the messages say what was wrong. */
    void refresh(String graph, GraphSnapshot snapshot) {
        Map<ModelKey, Integer> flipsBefore = new HashMap<>();
        slots.forEach((key, slot) -> flipsBefore.put(key, slot.flips()));
        try (Transaction transaction = database.beginTx(0, TimeUnit.SECONDS)) {
            for (LivePointer pointer : ModelStore.pointers(transaction, graph)) {
                refresh(transaction, pointer, snapshot, flipsBefore.getOrDefault(pointer.key(), 0));
            }
        } catch (RuntimeException e) {
            log.error("Clew could not read which models of graph '" + graph + "' are live; publish them again", e);
        }
    }

    private void refresh(Transaction transaction, LivePointer pointer, GraphSnapshot graph, int flipsBefore) {
        Slot slot = slot(pointer.key());
        try {
            LiveModel current = slot.model;
            if (current != null && current.version() == pointer.version()) {
                current.on(graph);
            } else {
                slot.take(load(stored(transaction, pointer), graph), flipsBefore);
                log.info("Clew model %d of '%s' answers", pointer.version(), pointer.key());
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            slot.fail("Version " + pointer.version() + " could not be read: " + e.getMessage());
            log.error("Clew could not read model " + pointer.version() + " of '" + pointer.key() + "'", e);
        }
    }

    private static StoredModel stored(Transaction transaction, LivePointer pointer) throws IOException {
        return ModelStore.find(transaction, pointer.key().graph(), pointer.version())
                .orElseThrow(() -> new IOException("It is not stored any more. Publish another version."));
    }
}
