package dev.clew.core.split;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Positive interactions kept out of a graph: for each user, the items. */
public final class HeldOut {
    public static final HeldOut NONE = new HeldOut(Map.of());

    private final TreeMap<Integer, int[]> itemsByUser = new TreeMap<>();

    /** Takes copies of the arrays and sorts them. */
    public HeldOut(Map<Integer, int[]> itemsByUser) {
        itemsByUser.forEach((user, items) -> {
            int[] sorted = items.clone();
            Arrays.sort(sorted);
            this.itemsByUser.put(user, sorted);
        });
    }

    /** Users with something held out, ascending. */
    public Set<Integer> users() {
        return java.util.Collections.unmodifiableSet(itemsByUser.keySet());
    }

    /** The items held out of a user, ascending; a copy. */
    public int[] items(int user) {
        int[] items = itemsByUser.get(user);
        return items == null ? new int[0] : items.clone();
    }

    /** Whether what the user did to the item is held out. */
    public boolean contains(int user, int item) {
        int[] items = itemsByUser.get(user);
        return items != null && Arrays.binarySearch(items, item) >= 0;
    }

    /** How many interactions are held out. */
    public int size() {
        return itemsByUser.values().stream().mapToInt(items -> items.length).sum();
    }
}
