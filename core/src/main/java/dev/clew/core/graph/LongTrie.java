package dev.clew.core.graph;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from non-negative longs to objects that shares structure with its predecessors: a radix trie of 32-way nodes,
 * only as high as its largest key needs. Reading and writing cost O(log32 largest key); a write copies one node a level.
 */
final class LongTrie<V> {
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;

    private final int levels;
    private final @Nullable Object[] root;
    private final int size;

    LongTrie() {
        this(1, new Object[WIDTH], 0);
    }

    private LongTrie(int levels, @Nullable Object[] root, int size) {
        this.levels = levels;
        this.root = root;
        this.size = size;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(long key) {
        if (size == 0 || !fits(key)) {
            return null;
        }
        @Nullable Object[] node = root;
        for (int level = levels - 1; level > 0; level--) {
            Object child = node[digit(key, level)];
            if (child == null) {
                return null;
            }
            node = (@Nullable Object[]) child;
        }
        return (V) node[digit(key, 0)];
    }

    /** This map with one value set. */
    LongTrie<V> with(long key, V value) {
        if (key < 0) {
            throw new IllegalArgumentException("key (" + key + ") must be at least 0");
        }
        int height = levels;
        @Nullable Object[] top = root;
        while (!fits(key, height)) {
            @Nullable Object[] taller = new Object[WIDTH];
            taller[0] = top;
            top = taller;
            height++;
        }
        boolean added = get(key) == null;
        return new LongTrie<>(height, set(top, height - 1, key, value), added ? size + 1 : size);
    }

    private static @Nullable Object[] set(@Nullable Object @Nullable [] node, int level, long key, Object value) {
        @Nullable Object[] copy = node == null ? new Object[WIDTH] : node.clone();
        int digit = digit(key, level);
        copy[digit] = level == 0 ? value : set((@Nullable Object[]) copy[digit], level - 1, key, value);
        return copy;
    }

    /**
     * Tells every key whose value here is another object than there, or is here only, or there only. Cost: O(what differs), since two maps of which
     * one was made from the other share the rest.
     */
    void forEachDifference(LongTrie<V> other, LongConsumer told) {
        int height = Math.max(levels, other.levels);
        tellDifferences(raised(height), other.raised(height), height - 1, 0, told);
    }

    private @Nullable Object[] raised(int height) {
        @Nullable Object[] top = root;
        for (int level = levels; level < height; level++) {
            @Nullable Object[] taller = new Object[WIDTH];
            taller[0] = top;
            top = taller;
        }
        return top;
    }

    private static void tellDifferences(
            @Nullable Object @Nullable [] a,
            @Nullable Object @Nullable [] b,
            int level,
            long prefix,
            LongConsumer told) {
        if (a == b) {
            return;
        }
        for (int digit = 0; digit < WIDTH; digit++) {
            Object mine = a == null ? null : a[digit];
            Object others = b == null ? null : b[digit];
            if (mine != others) {
                long key = prefix << BITS | digit;
                if (level == 0) {
                    told.accept(key);
                } else {
                    tellDifferences((@Nullable Object[]) mine, (@Nullable Object[]) others, level - 1, key, told);
                }
            }
        }
    }

    private boolean fits(long key) {
        return key >= 0 && fits(key, levels);
    }

    private static boolean fits(long key, int levels) {
        int bits = levels * BITS;
        return bits >= Long.SIZE || key >>> bits == 0;
    }

    private static int digit(long key, int level) {
        return (int) (key >>> (level * BITS)) & (WIDTH - 1);
    }
}
