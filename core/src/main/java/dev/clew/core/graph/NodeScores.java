package dev.clew.core.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A sum for each node, most of them 0: pages of memory come into being where something is added. Not thread-safe. */
public final class NodeScores {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private final @Nullable Page[] pages;
    private int[] touched = new int[64];
    private int touchedCount;

    /** @param nodeCount one more than the largest node number */
    public NodeScores(int nodeCount) {
        int count = (nodeCount + PAGE - 1) >> PAGE_BITS;
        pages = new Page[count];
    }

    /** The largest node number that fits, and one more. */
    int capacity() {
        return pages.length * PAGE;
    }

    /** Adds to the node's sum. */
    public void add(int node, double value) {
        Page page = pages[node >> PAGE_BITS];
        if (page == null) {
            page = newPage(node >> PAGE_BITS);
        }
        int slot = node & (PAGE - 1);
        if (!page.seen[slot]) {
            page.seen[slot] = true;
            touch(node);
        }
        page.values[slot] += value;
    }

    private Page newPage(int index) {
        Page page = new Page();
        pages[index] = page;
        return page;
    }

    private void touch(int node) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, touchedCount * 2);
        }
        touched[touchedCount++] = node;
    }

    public double get(int node) {
        Page page = pages[node >> PAGE_BITS];
        return page == null ? 0 : page.values[node & (PAGE - 1)];
    }

    /** Sets the node's sum to 0 and returns what it was. */
    public double take(int node) {
        Page page = pages[node >> PAGE_BITS];
        if (page == null) {
            return 0;
        }
        double value = page.values[node & (PAGE - 1)];
        page.values[node & (PAGE - 1)] = 0;
        return value;
    }

    /** Forgets every sum and keeps the memory. Cost: O(nodes touched). */
    public void clear() {
        for (int i = 0; i < touchedCount; i++) {
            Page page = pages[touched[i] >> PAGE_BITS];
            if (page != null) {
                page.values[touched[i] & (PAGE - 1)] = 0;
                page.seen[touched[i] & (PAGE - 1)] = false;
            }
        }
        touchedCount = 0;
    }

    /** How many nodes anything was ever added to, since it was last cleared. */
    public int touchedCount() {
        return touchedCount;
    }

    /** The i-th node anything was added to. */
    public int touched(int i) {
        return touched[i];
    }

    private static final class Page {
        private final double[] values = new double[PAGE];
        private final boolean[] seen = new boolean[PAGE];
    }
}
