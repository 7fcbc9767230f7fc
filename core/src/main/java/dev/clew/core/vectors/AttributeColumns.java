package dev.clew.core.vectors;

import dev.clew.core.graph.KeyType;
import java.util.List;

/**
 * The nodes of one label that items lead to by one path, each with its weight. Nodes are named by their declared keys.
 *
 * @param label of the nodes
 * @param keys all {@code Long} or all {@code String}, ascending, each once
 * @param weights one for each key, finite and at least 0; a copy is taken
 */
public record AttributeColumns(AttributePath path, String label, List<Object> keys, float[] weights) {

    public AttributeColumns {
        keys = List.copyOf(keys);
        weights = weights.clone();
        if (keys.size() != weights.length) {
            throw new IllegalArgumentException(
                    "There must be a weight for each of " + keys.size() + " keys, not " + weights.length + ".");
        }
        for (int i = 1; i < keys.size(); i++) {
            if (compare(keys.get(i - 1), keys.get(i)) >= 0) {
                throw new IllegalArgumentException(
                        "key (" + keys.get(i) + ") must be larger than the one before it (" + keys.get(i - 1) + ").");
            }
        }
        for (float weight : weights) {
            if (!(weight >= 0 && weight < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight (" + weight + ") must be finite and at least 0.");
            }
        }
    }

    /** The weights by key; a copy. */
    @Override
    public float[] weights() {
        return weights.clone();
    }

    int size() {
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
            int order = compare(keys.get(middle), key);
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

    private static int compare(Object a, Object b) {
        return KeyType.of(a).compare(a, b);
    }
}
