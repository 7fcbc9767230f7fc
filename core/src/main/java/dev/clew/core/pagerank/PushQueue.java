package dev.clew.core.pagerank;

import java.util.Arrays;
import java.util.BitSet;

/** Nodes waiting to be pushed, first in, first out, each at most once. */
final class PushQueue {
    private int[] ring = new int[64];
    private int head;
    private int size;
    private final BitSet waiting = new BitSet();

    void offer(int node) {
        if (waiting.get(node)) {
            return;
        }
        waiting.set(node);
        if (size == ring.length) {
            grow();
        }
        ring[(head + size++) & (ring.length - 1)] = node;
    }

    private void grow() {
        int[] longer = Arrays.copyOfRange(ring, head, head + ring.length * 2);
        System.arraycopy(ring, 0, longer, ring.length - head, head);
        ring = longer;
        head = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int poll() {
        int node = ring[head];
        head = (head + 1) & (ring.length - 1);
        size--;
        waiting.clear(node);
        return node;
    }
}
