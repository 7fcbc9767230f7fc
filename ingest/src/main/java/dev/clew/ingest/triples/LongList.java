package dev.clew.ingest.triples;

import java.util.Arrays;

/** A growing list of longs without boxes. */
final class LongList {
    private long[] values = new long[64];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void sort() {
        Arrays.sort(values, 0, size);
    }

    long get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }
}
