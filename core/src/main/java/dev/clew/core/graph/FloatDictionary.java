package dev.clew.core.graph;

import java.util.Arrays;

/**
 * Distinct floats, numbered in the order they were met, as long as they are at most {@value #MOST}: what people give as a weight is stars, counts
 * and the like, so a number of one or two bytes stands for it exactly. Open addressing over the bits of the floats.
 */
final class FloatDictionary {
    static final int MOST = 1 << 16;

    private float[] values = new float[16];
    private int size;
    /** Numbers of values, and one more; 0: free. */
    private int[] slots = new int[64];

    private boolean overflown;

    /** Takes up a value, if there is room for one more. */
    void add(float value) {
        if (!overflown) {
            int slot = slot(value);
            if (slots[slot] == 0) {
                append(value, slot);
            }
        }
    }

    private void append(float value, int slot) {
        if (size == MOST) {
            overflown = true;
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
    }

    private void rehash() {
        slots = new int[slots.length * 4];
        for (int code = 0; code < size; code++) {
            slots[slot(values[code])] = code + 1;
        }
    }

    /** Where the value is, or the free place where it would be. */
    private int slot(float value) {
        int bits = Float.floatToIntBits(value);
        int mixed = bits * 0x9E3779B9;
        int at = (mixed ^ (mixed >>> 15)) & (slots.length - 1);
        while (slots[at] != 0 && Float.floatToIntBits(values[slots[at] - 1]) != bits) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    /** Whether there were more values than have a number. */
    boolean isOverflown() {
        return overflown;
    }

    int size() {
        return size;
    }

    /** The number of a value that was added. */
    int code(float value) {
        return slots[slot(value)] - 1;
    }

    /** The values by their numbers. */
    float[] values() {
        return Arrays.copyOf(values, size);
    }
}
