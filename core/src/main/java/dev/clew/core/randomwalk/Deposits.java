package dev.clew.core.randomwalk;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What walks leave behind where they end: a share of a node's row for each of its neighbours at the positions [from, to), or a value at the
 * node itself. Kept until all walks of a group are done, and for as long as an explanation may be asked for.
 */
final class Deposits {
    /** Stands for "at the node itself". */
    static final int AT_NODE = -1;

    private int size;
    private int[] starts = new int[1 << 10];
    private int[] nodes = new int[1 << 10];
    private int[] slots = new int[1 << 10];
    private int[] froms = new int[1 << 10];
    private int[] tos = new int[1 << 10];
    private double[] shares = new double[1 << 10];
    private final BitSet near = new BitSet();
    private int start;
    private boolean isNear;

    /**
     * From now on deposits are of a walk from that start.
     *
     * @param isNear whether they are three or four steps from it
     */
    void walkFrom(int start, boolean isNear) {
        this.start = start;
        this.isNear = isNear;
    }

    void add(int node, int slot, int from, int to, double share) {
        if (size == nodes.length) {
            grow();
        }
        starts[size] = start;
        near.set(size, isNear);
        nodes[size] = node;
        slots[size] = slot;
        froms[size] = from;
        tos[size] = to;
        shares[size++] = share;
    }

    private void grow() {
        int capacity = size * 2;
        starts = Arrays.copyOf(starts, capacity);
        nodes = Arrays.copyOf(nodes, capacity);
        slots = Arrays.copyOf(slots, capacity);
        froms = Arrays.copyOf(froms, capacity);
        tos = Arrays.copyOf(tos, capacity);
        shares = Arrays.copyOf(shares, capacity);
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        near.clear();
    }

    /** Adds some times a deposit to the sums. */
    void addTo(NodeScores sums, int i, double times, RandomSteps steps) {
        if (slots[i] == AT_NODE) {
            sums.add(nodes[i], times * shares[i]);
        } else {
            Neighbours row = steps.slots().get(slots[i]).row().at(nodes[i]);
            row.addTo(sums, times * shares[i], froms[i], tos[i]);
        }
    }

    /** What a deposit leaves at a node. */
    double at(int node, int i, RandomSteps steps) {
        if (slots[i] == AT_NODE) {
            return nodes[i] == node ? shares[i] : 0;
        }
        Neighbours row = steps.slots().get(slots[i]).row().at(nodes[i]);
        double weight = 0;
        for (int p = row.lowerBound(node, froms[i], tos[i]); p < tos[i] && row.node(p) == node; p++) {
            weight += row.weight(p);
        }
        return shares[i] * weight;
    }

    /** Number of the start whose walk it was. */
    int start(int i) {
        return starts[i];
    }

    boolean isNear(int i) {
        return near.get(i);
    }

    boolean isAtNode(int i) {
        return slots[i] == AT_NODE;
    }

    int node(int i) {
        return nodes[i];
    }
}
