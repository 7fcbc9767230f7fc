package dev.clew.core.model;

import dev.clew.core.graph.KeyType;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import java.util.List;
import java.util.stream.IntStream;

/** The declared keys of the items that a model knows, each at its place: what stays when node numbers change. Immutable. */
public final class ItemKeys {
    private final KeyType type;
    private final List<Object> keys;

    private ItemKeys(KeyType type, List<Object> keys) {
        this.type = type;
        this.keys = keys;
    }

    /**
     * @param keys {@code Long}s or {@code String}s, as the type says, each once
     * @throws IllegalArgumentException if a key is of the other type
     */
    public static ItemKeys of(KeyType type, List<?> keys) {
        keys.forEach(key -> check(type, key));
        return new ItemKeys(type, List.copyOf(keys));
    }

    private static void check(KeyType type, Object key) {
        boolean fits = type == KeyType.INTEGER ? key instanceof Long : key instanceof String;
        if (!fits) {
            throw new IllegalArgumentException("key (" + key + ") must be of type " + type + " like the others.");
        }
    }

    /** The keys of these items. */
    static ItemKeys of(RecommendationGraph graph, IntStream nodes) {
        return of(graph.schema().item().keyType(), nodes.mapToObj(graph::key).toList());
    }

    public KeyType type() {
        return type;
    }

    public int size() {
        return keys.size();
    }

    /** A {@code Long} or a {@code String}. */
    public Object key(int place) {
        return keys.get(place);
    }

    /**
     * The number that each item has in the graph, {@link RecommendationGraph#NO_NODE} where it is not there.
     *
     * @throws IllegalArgumentException if the graph's items have keys of the other type
     */
    int[] nodes(RecommendationGraph graph) {
        NodeType item = graph.schema().item();
        if (item.keyType() != type) {
            throw new IllegalArgumentException("The model's items have " + type + " keys, but " + item.label() + " has "
                    + item.keyType() + " keys. Train a model on this graph.");
        }
        return keys.stream().mapToInt(key -> graph.find(item, key)).toArray();
    }
}
