package dev.clew.procedures.live;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.clew.core.declaration.Declaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.LabelEntry;
import org.neo4j.graphdb.event.PropertyEntry;
import org.neo4j.graphdb.event.TransactionData;

/**
 * Declarations as nodes of the database: {@code (:ClewGraph {name, declaration, version, formatVersion})}, the declaration as JSON text.
 * They are written in the caller's transaction and take effect when it commits.
 */
public final class DeclarationStore {
    private static final Label LABEL = Label.label("ClewGraph");
    private static final String NAME = "name";
    private static final String DECLARATION = "declaration";
    private static final String VERSION = "version";
    private static final String FORMAT_VERSION = "formatVersion";
    private static final long FORMAT = 1;

    private DeclarationStore() {}

    /** A stored declaration; its version counts up by one each time it is declared differently. */
    public record Declared(String name, Declaration declaration, long version) {}

    /** Writes a declaration, unless the same one is there already. */
    public static Declared write(Transaction transaction, String name, Declaration declaration) {
        Node node = find(transaction, name);
        if (node == null) {
            node = transaction.createNode(LABEL);
            node.setProperty(NAME, name);
            node.setProperty(VERSION, 0L);
            node.setProperty(FORMAT_VERSION, FORMAT);
        } else if (read(node).declaration().equals(declaration)) {
            return read(node);
        }
        long version = (Long) node.getProperty(VERSION) + 1;
        node.setProperty(DECLARATION, json(declaration.toMap()));
        node.setProperty(VERSION, version);
        return new Declared(name, declaration, version);
    }

    /**
     * Writes a declaration in the place of the one it was made from.
     *
     * @throws IllegalStateException if that is not the stored one any more
     */
    public static Declared replace(Transaction transaction, Declared old, Declaration declaration) {
        Node node = find(transaction, old.name());
        if (node != null) {
            transaction.acquireWriteLock(node);
        }
        if (node == null || read(node).version() != old.version()) {
            throw new IllegalStateException("Graph '" + old.name()
                    + "' was dropped or declared differently in the meantime. Do it again, on what it is now.");
        }
        return write(transaction, old.name(), declaration);
    }

    /** Makes others who do so wait until this transaction ends. */
    public static void lock(Transaction transaction, String name) {
        Node node = find(transaction, name);
        if (node != null) {
            transaction.acquireWriteLock(node);
        }
    }

    /** Removes a declaration; false if there is none of that name. */
    public static boolean delete(Transaction transaction, String name) {
        Node node = find(transaction, name);
        if (node == null) {
            return false;
        }
        node.delete();
        return true;
    }

    static List<Declared> readAll(Transaction transaction) {
        try (var nodes = transaction.findNodes(LABEL)) {
            return nodes.stream().map(DeclarationStore::read).toList();
        }
    }

    private static @Nullable Node find(Transaction transaction, String name) {
        return transaction.findNode(LABEL, NAME, name);
    }

    private static Declared read(Node node) {
        String name = (String) node.getProperty(NAME);
        long format = ((Number) node.getProperty(FORMAT_VERSION)).longValue();
        if (format != FORMAT) {
            throw new IllegalStateException(
                    "The declaration of graph '" + name + "' has format version " + format + ", this plugin reads "
                            + FORMAT + ". Install the plugin that wrote it, or declare the graph again.");
        }
        Declaration declaration = Declaration.fromMap(map((String) node.getProperty(DECLARATION)));
        return new Declared(name, declaration, ((Number) node.getProperty(VERSION)).longValue());
    }

    /** The declarations a transaction about to commit has written. */
    static List<Declared> written(TransactionData data) {
        List<Declared> written = new ArrayList<>();
        for (PropertyEntry<Node> entry : data.assignedNodeProperties()) {
            Node node = entry.entity();
            if (entry.key().equals(DECLARATION) && !data.isDeleted(node) && node.hasLabel(LABEL)) {
                written.add(read(node));
            }
        }
        return written;
    }

    /** The names of the declarations a transaction about to commit has deleted. */
    static List<String> deleted(TransactionData data) {
        List<Node> nodes = StreamSupport.stream(data.removedLabels().spliterator(), false)
                .filter(entry -> entry.label().equals(LABEL))
                .map(LabelEntry::node)
                .toList();
        return StreamSupport.stream(data.removedNodeProperties().spliterator(), false)
                .filter(entry -> entry.key().equals(NAME) && nodes.contains(entry.entity()))
                .map(entry -> (String) entry.previouslyCommittedValue())
                .toList();
    }

    private static String json(Map<String, Object> map) {
        try {
            return JSON.std.asString(map);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored declaration is not JSON any more: somebody changed it.", e);
        }
    }
}
