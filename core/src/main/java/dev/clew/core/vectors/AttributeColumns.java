package dev.clew.core.vectors;

import dev.clew.core.graph.KeyType;
import java.util.List;

/** The nodes of one label that items lead to by one path, each with its weight. Nodes are named by their declared keys. Immutable. */
public final class AttributeColumns {
    private final AttributePath path;
    private final String label;
    private final List<Object> keys;
    private final float[] weights;

    /**
     * @param label of the nodes
     * @param keys all {@code Long} or all {@code String}, ascending, each once
     * @param weights one for each key, finite and at least 0; kept, not copied: not to be changed any more
     * @throws IllegalArgumentException if that is not so
     */
    public AttributeColumns(AttributePath path, String label, List<?> keys, float[] weights) {
        this.path = path;
        this.label = label;
        this.keys = List.copyOf(keys);
        this.weights = weights;
        if (keys.size() != weights.length) {
            throw new IllegalArgumentException(
                    "There must be a weight for each of " + keys.size() + " keys, not " + weights.length + ".");
        }
        for (int i = 0; i < weights.length; i++) {
            checkKey(i);
            if (!(weights[i] >= 0 && weights[i] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight (" + weights[i] + ") must be finite and at least 0.");
            }
        }
    }

    private void checkKey(int i) {
        Object key = keys.get(i);
        boolean isKey = key instanceof Long || key instanceof String;
        if (!isKey || (i > 0 && KeyType.of(key) != KeyType.of(keys.get(0)))) {
            throw new IllegalArgumentException("key (" + key + ") must be a Long or a String, as all others are.");
        }
        if (i > 0 && KeyType.of(key).compare(keys.get(i - 1), key) >= 0) {
            throw new IllegalArgumentException(
                    "key (" + key + ") must be larger than the one before it (" + keys.get(i - 1) + ").");
        }
    }

    /** How items lead there. */
    public AttributePath path() {
        return path;
    }

    /** The label of the nodes. */
    public String label() {
        return label;
    }

    /** {@code Long}s or {@code String}s, ascending. */
    public List<Object> keys() {
        return keys;
    }

    public float weight(int i) {
        return weights[i];
    }

    /** How many there are. */
    public int size() {
        return keys.size();
    }

    /** The place of a key, or a number below 0 if it is none of these. Cost: O(log keys). */
    int find(Object key) {
        if (keys.isEmpty() || KeyType.of(key) != KeyType.of(keys.get(0))) {
            return -1;
        }
        int low = 0;
        int high = keys.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = KeyType.of(key).compare(keys.get(middle), key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
