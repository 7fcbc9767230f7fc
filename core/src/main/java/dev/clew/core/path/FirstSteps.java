package dev.clew.core.path;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeFilter;

/**
 * First steps of walks, as chains: from a middle node to each step that leads there, the latest first. A hash table over parallel arrays, since it is made for
 * one answer and asked about thousands of nodes. Not thread-safe.
 */
final class FirstSteps {
    static final int NONE = -1;

    private final NodeFilter middles = new NodeFilter();
    /** 1 + the latest step to the middle node whose place it is; 0 where there is none. Places are taken by linear probing. */
    private final int[] latest;

    private int count;
    private final int[] middle;
    private final int[] previous;
    private final int[] start;
    private final int[] position;
    private final double[] factor;

    /** @param most how many steps will be added, at most 2^29 */
    FirstSteps(int most) {
        this.latest = new int[Integer.highestOneBit(Math.max(1, most)) << 2];
        this.middle = new int[most];
        this.previous = new int[most];
        this.start = new int[most];
        this.position = new int[most];
        this.factor = new double[most];
    }

    /** @param at where in the start's row the step is */
    void add(int toMiddle, int fromStart, int at, double value) {
        int place = place(toMiddle);
        middle[count] = toMiddle;
        previous[count] = latest[place] - 1;
        start[count] = fromStart;
        position[count] = at;
        factor[count] = value;
        latest[place] = ++count;
        middles.add(toMiddle);
    }

    private int place(int node) {
        int mask = latest.length - 1;
        int place = ((node * 0x9E3779B9) >>> 7) & mask;
        while (latest[place] != 0 && middle[latest[place] - 1] != node) {
            place = (place + 1) & mask;
        }
        return place;
    }

    int size() {
        return count;
    }

    /** The latest step to a middle node, or {@link #NONE}. */
    int latest(int node) {
        return latest[place(node)] - 1;
    }

    /** The next position in a row, from there on, whose node may be a middle node; the row's size if there is none. */
    int next(Neighbours row, int from) {
        return row.next(middles, from);
    }

    int middle(int step) {
        return middle[step];
    }

    /** The step to the same middle node that was added before, or {@link #NONE}. */
    int previous(int step) {
        return previous[step];
    }

    int start(int step) {
        return start[step];
    }

    int position(int step) {
        return position[step];
    }

    double factor(int step) {
        return factor[step];
    }
}
