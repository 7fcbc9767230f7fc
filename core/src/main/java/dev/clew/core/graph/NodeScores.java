package dev.clew.core.graph;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A sum for each node, most of them 0: pages of memory come into being where something is added. Not thread-safe.
 *
 * <p>Nothing is noted while adding, which is what recommenders do most; {@link #list} finds the sums afterwards by looking through the pages.
 */
public final class NodeScores {
    /** Of 64 nodes: a page costs no more than a few cache lines where one node of it is reached, and a hundred are soon looked through. */
    private static final int PAGE_BITS = 6;

    private static final int PAGE = 1 << PAGE_BITS;
    /** Never written to. */
    private static final double[] ZEROS = new double[PAGE];

    private final double[] @Nullable [] pages;
    private int[] inUse = new int[16];
    private int inUseCount;
    /** Pages of zeros that were in use before. */
    private double[][] spare = new double[16][];

    private int spareCount;
    private int[] listed = new int[64];

    /** @param nodeCount one more than the largest node number */
    public NodeScores(int nodeCount) {
        int count = (int) (((long) nodeCount + PAGE - 1) >> PAGE_BITS);
        pages = new double[count][];
    }

    /** The largest node number that fits, and one more. */
    long capacity() {
        return (long) pages.length << PAGE_BITS;
    }

    /** Adds to the node's sum. */
    public void add(int node, double value) {
        double[] page = pages[node >> PAGE_BITS];
        if (page == null) {
            page = newPage(node >> PAGE_BITS);
        }
        page[node & (PAGE - 1)] += value;
    }

    private double[] newPage(int index) {
        double[] page = spareCount == 0 ? new double[PAGE] : spare[--spareCount];
        pages[index] = page;
        if (inUseCount == inUse.length) {
            inUse = Arrays.copyOf(inUse, inUseCount * 2);
        }
        inUse[inUseCount++] = index;
        return page;
    }

    public double get(int node) {
        double[] page = pages[node >> PAGE_BITS];
        return page == null ? 0 : page[node & (PAGE - 1)];
    }

    /** Sets the node's sum to 0 and returns what it was. */
    public double take(int node) {
        double[] page = pages[node >> PAGE_BITS];
        if (page == null) {
            return 0;
        }
        double value = page[node & (PAGE - 1)];
        page[node & (PAGE - 1)] = 0;
        return value;
    }

    /** Multiplies each sum that is not 0 by the node's factor. */
    public void scale(IntToDoubleFunction factor) {
        for (int i = 0; i < inUseCount; i++) {
            scale(inUse[i] << PAGE_BITS, pages[inUse[i]], factor);
        }
    }

    private static void scale(int first, double @Nullable [] page, IntToDoubleFunction factor) {
        for (int slot = 0; page != null && slot < PAGE; slot++) {
            if (page[slot] != 0) {
                page[slot] *= factor.applyAsDouble(first + slot);
            }
        }
    }

    /** Is shown nodes and their sums. */
    @FunctionalInterface
    public interface Visitor {
        /** Returns the least sum that is of interest from now on. */
        double visit(int node, double sum);
    }

    /** Shows the nodes whose sum is at least the bar, which may rise while they are shown, in no particular order. */
    public void visitFrom(double bar, Visitor visitor) {
        double least = bar;
        for (int i = 0; i < inUseCount; i++) {
            least = visitFrom(least, inUse[i] << PAGE_BITS, pages[inUse[i]], visitor);
        }
    }

    private static double visitFrom(double bar, int first, double @Nullable [] page, Visitor visitor) {
        double least = bar;
        for (int slot = 0; page != null && slot < PAGE; slot++) {
            if (page[slot] >= least) {
                least = visitor.visit(first + slot, page[slot]);
            }
        }
        return least;
    }

    /** Shows the nodes whose sum here and so many times their sum there make at least the bar, which is above 0; otherwise as the visit of one. */
    public void visitFrom(double bar, NodeScores other, double times, Visitor visitor) {
        double least = bar;
        for (int i = 0; i < inUseCount; i++) {
            int index = inUse[i];
            least = visitFrom(least, index << PAGE_BITS, pages[index], other.pages[index], times, visitor);
        }
        for (int i = 0; i < other.inUseCount; i++) {
            int index = other.inUse[i];
            if (pages[index] == null) {
                least = visitFrom(least, index << PAGE_BITS, ZEROS, other.pages[index], times, visitor);
            }
        }
    }

    private static double visitFrom(
            double bar, int first, double @Nullable [] page, double @Nullable [] other, double times, Visitor visitor) {
        if (page == null || other == null) {
            return visitFrom(bar, first, page, visitor);
        }
        double least = bar;
        for (int slot = 0; slot < PAGE; slot++) {
            double sum = page[slot] + times * other[slot];
            if (sum >= least) {
                least = visitor.visit(first + slot, sum);
            }
        }
        return least;
    }

    /** The largest sum, at least 0. */
    public double largest() {
        double[] largest = {0};
        visitFrom(Double.MIN_VALUE, (node, sum) -> largest[0] = sum);
        return largest[0];
    }

    /** At most so many sums are not 0. */
    public long reach() {
        return (long) inUseCount << PAGE_BITS;
    }

    /** Forgets every sum and keeps the memory. Cost: O(pages in use). */
    public void clear() {
        if (spareCount + inUseCount > spare.length) {
            spare = Arrays.copyOf(spare, Math.max(spare.length * 2, spareCount + inUseCount));
        }
        for (int i = 0; i < inUseCount; i++) {
            double[] page = pages[inUse[i]];
            pages[inUse[i]] = null;
            if (page != null) {
                Arrays.fill(page, 0);
                spare[spareCount++] = page;
            }
        }
        inUseCount = 0;
    }

    /**
     * Lists the nodes whose sum is not 0, ascending. Cost: O(pages in use * (64 + log pages in use)).
     *
     * @return how many there are, for {@link #listed}
     */
    public int list() {
        Arrays.sort(inUse, 0, inUseCount);
        int count = 0;
        for (int i = 0; i < inUseCount; i++) {
            if (count + PAGE > listed.length) {
                listed = Arrays.copyOf(listed, Math.max(listed.length * 2, count + PAGE));
            }
            count = list(inUse[i], count);
        }
        return count;
    }

    private int list(int index, int count) {
        double[] page = pages[index];
        int at = count;
        for (int slot = 0; page != null && slot < PAGE; slot++) {
            // Written always and counted where it holds: cheaper than a branch that half of the nodes take.
            listed[at] = (index << PAGE_BITS) + slot;
            at += page[slot] == 0 ? 0 : 1;
        }
        return at;
    }

    /** The i-th node of the last {@link #list}. */
    public int listed(int i) {
        return listed[i];
    }
}
