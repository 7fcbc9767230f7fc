package dev.clew.core.recommend;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A sum for each node, most of them 0: pages of memory come into being where something is added. Not thread-safe. */
public final class NodeScores {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private final double @Nullable [][] pages;
    private final boolean @Nullable [][] seen;
    private int[] touched = new int[64];
    private int touchedCount;

    /** @param nodeCount one more than the largest node number */
    public NodeScores(int nodeCount) {
        int count = (nodeCount + PAGE - 1) >> PAGE_BITS;
        pages = new double[count][];
        seen = new boolean[count][];
    }

    public void add(int node, double value) {
        int page = node >> PAGE_BITS;
        double[] values = pages[page];
        boolean[] marks = seen[page];
        if (values == null || marks == null) {
            values = pages[page] = new double[PAGE];
            marks = seen[page] = new boolean[PAGE];
        }
        int slot = node & (PAGE - 1);
        if (!marks[slot]) {
            marks[slot] = true;
            touch(node);
        }
        values[slot] += value;
    }

    private void touch(int node) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, touchedCount * 2);
        }
        touched[touchedCount++] = node;
    }

    public double get(int node) {
        double[] values = pages[node >> PAGE_BITS];
        return values == null ? 0 : values[node & (PAGE - 1)];
    }

    /** Sets the node's sum to 0 and returns what it was. */
    public double take(int node) {
        double[] values = pages[node >> PAGE_BITS];
        if (values == null) {
            return 0;
        }
        double value = values[node & (PAGE - 1)];
        values[node & (PAGE - 1)] = 0;
        return value;
    }

    /** How many nodes anything was ever added to. */
    public int touchedCount() {
        return touchedCount;
    }

    /** The nodes anything was ever added to, in the order of the first addition. */
    public void forEachTouched(IntConsumer consumer) {
        for (int i = 0; i < touchedCount; i++) {
            consumer.accept(touched[i]);
        }
    }

    /** The i-th node anything was added to. */
    public int touched(int i) {
        return touched[i];
    }
}
