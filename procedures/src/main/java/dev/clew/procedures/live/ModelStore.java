package dev.clew.procedures.live;

import dev.clew.core.model.Model;
import dev.clew.core.model.ModelBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.LabelEntry;
import org.neo4j.graphdb.event.PropertyEntry;
import org.neo4j.graphdb.event.TransactionData;

/**
 * Trained models as nodes of the database: {@code (:ClewModel {graph, version, recommender, state, ...})-[:HAS_CHUNK]->(:ClewModelChunk {index, bytes})},
 * and {@code (:ClewLiveModel {graph, recommender, version, previous})} for the one that answers. Training writes models; which of them is live
 * is changed here, in the caller's transaction, by one property.
 */
public final class ModelStore {
    static final String GRAPH = "graph";
    static final String RECOMMENDER = "recommender";
    static final String VERSION = "version";

    private static final Label MODEL = Label.label("ClewModel");
    private static final Label LIVE = Label.label("ClewLiveModel");
    private static final RelationshipType HAS_CHUNK = RelationshipType.withName("HAS_CHUNK");
    private static final String PREVIOUS = "previous";
    private static final String INDEX = "index";
    private static final String BYTES = "bytes";

    private ModelStore() {}

    /** The models of a graph, oldest first. */
    public static List<StoredModel> all(Transaction transaction, String graph) {
        try (var nodes = transaction.findNodes(MODEL, GRAPH, graph)) {
            return nodes.stream()
                    .map(StoredModel::of)
                    .sorted(Comparator.comparingLong(StoredModel::version))
                    .toList();
        }
    }

    /** The model of that version. */
    public static Optional<StoredModel> find(Transaction transaction, String graph, long version) {
        return all(transaction, graph).stream()
                .filter(model -> model.version() == version)
                .findFirst();
    }

    /**
     * The model itself.
     *
     * @throws IOException if its bytes are not those of a whole model of that name
     */
    static Model read(StoredModel stored) throws IOException {
        Model model = ModelBytes.read(bytes(stored.node()));
        if (!model.recommender().equals(stored.recommender())) {
            throw new IOException("The bytes are those of a model '" + model.recommender() + "', not '"
                    + stored.recommender() + "'. Train it again.");
        }
        return model;
    }

    private static InputStream bytes(Node model) {
        Map<Long, Node> byIndex = new TreeMap<>();
        chunks(model).forEach(chunk -> byIndex.put(((Number) chunk.getProperty(INDEX)).longValue(), chunk));
        List<Node> chunks = List.copyOf(byIndex.values());
        // A view, so that one chunk after the other is in memory, not all of them.
        return new SequenceInputStream(Collections.enumeration(new AbstractList<InputStream>() {
            @Override
            public InputStream get(int index) {
                return new ByteArrayInputStream((byte[]) chunks.get(index).getProperty(BYTES));
            }

            @Override
            public int size() {
                return chunks.size();
            }
        }));
    }

    private static List<Node> chunks(Node model) {
        List<Node> chunks = new ArrayList<>();
        try (var relationships = model.getRelationships(Direction.OUTGOING, HAS_CHUNK)) {
            relationships.forEach(relationship -> chunks.add(relationship.getEndNode()));
        }
        return chunks;
    }

    /** Removes a model and its bytes. */
    public static void delete(StoredModel stored) {
        Node model = stored.node();
        List<Node> chunks = chunks(model);
        try (var relationships = model.getRelationships()) {
            relationships.forEach(Relationship::delete);
        }
        chunks.forEach(Node::delete);
        model.delete();
    }

    /** The version of the recommender that is live in a graph. */
    public static OptionalLong live(Transaction transaction, String graph, String recommender) {
        Node pointer = pointer(transaction, graph, recommender);
        return pointer == null ? OptionalLong.empty() : OptionalLong.of(version(pointer));
    }

    /** The version that was live before the one that is. */
    public static OptionalLong previous(Transaction transaction, String graph, String recommender) {
        Node pointer = pointer(transaction, graph, recommender);
        return pointer == null || !pointer.hasProperty(PREVIOUS)
                ? OptionalLong.empty()
                : OptionalLong.of(((Number) pointer.getProperty(PREVIOUS)).longValue());
    }

    /** Makes a model the live one of its name from the commit on; the one that was remains the one to go back to. */
    public static void publish(Transaction transaction, StoredModel model) {
        Node pointer = pointer(transaction, model.graph(), model.recommender());
        if (pointer == null) {
            pointer = transaction.createNode(LIVE);
            pointer.setProperty(GRAPH, model.graph());
            pointer.setProperty(RECOMMENDER, model.recommender());
        } else if (version(pointer) != model.version()) {
            pointer.setProperty(PREVIOUS, version(pointer));
        }
        pointer.setProperty(VERSION, model.version());
    }

    /** Makes the model that was live before the live one again; there is none to go back to then. */
    public static void rollBack(Transaction transaction, StoredModel previous) {
        publish(transaction, previous);
        Node pointer = pointer(transaction, previous.graph(), previous.recommender());
        if (pointer != null) {
            pointer.removeProperty(PREVIOUS);
        }
    }

    private static long version(Node pointer) {
        return ((Number) pointer.getProperty(VERSION)).longValue();
    }

    private static @Nullable Node pointer(Transaction transaction, String graph, String recommender) {
        try (var nodes = transaction.findNodes(LIVE, GRAPH, graph, RECOMMENDER, recommender)) {
            return nodes.hasNext() ? nodes.next() : null;
        }
    }

    /** Which models of a graph are live. */
    static List<LivePointer> pointers(Transaction transaction, String graph) {
        try (var nodes = transaction.findNodes(LIVE, GRAPH, graph)) {
            return nodes.stream().map(ModelStore::read).toList();
        }
    }

    private static LivePointer read(Node pointer) {
        ModelKey key = new ModelKey((String) pointer.getProperty(GRAPH), (String) pointer.getProperty(RECOMMENDER));
        return new LivePointer(key, version(pointer));
    }

    /** The models that a transaction about to commit makes live. */
    static List<LivePointer> published(TransactionData data) {
        List<LivePointer> published = new ArrayList<>();
        for (PropertyEntry<Node> entry : data.assignedNodeProperties()) {
            Node node = entry.entity();
            if (entry.key().equals(VERSION) && !data.isDeleted(node) && node.hasLabel(LIVE)) {
                published.add(read(node));
            }
        }
        return published;
    }

    /** What a transaction about to commit leaves without a live model. */
    static List<ModelKey> withdrawn(TransactionData data) {
        Map<Node, Map<String, String>> pointers = new HashMap<>();
        for (LabelEntry entry : data.removedLabels()) {
            if (entry.label().equals(LIVE)) {
                pointers.put(entry.node(), new HashMap<>());
            }
        }
        if (pointers.isEmpty()) {
            return List.of();
        }
        for (PropertyEntry<Node> entry : data.removedNodeProperties()) {
            if (pointers.containsKey(entry.entity()) && entry.previouslyCommittedValue() instanceof String value) {
                pointers.get(entry.entity()).put(entry.key(), value);
            }
        }
        return pointers.values().stream()
                .filter(it -> it.containsKey(GRAPH) && it.containsKey(RECOMMENDER))
                .map(it -> new ModelKey(it.get(GRAPH), it.get(RECOMMENDER)))
                .toList();
    }
}
