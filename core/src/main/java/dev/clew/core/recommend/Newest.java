package dev.clew.core.recommend;

import java.util.Arrays;

/**
 * Keeps the newest of many relationships, of which each is offered once. Of the same age those offered first.
 *
 * <p>Cost: O(offered), as good as always; memory for twice as many as are kept.
 */
final class Newest {
    private final int most;
    private final long[] ages;
    private final int[] rows;
    private final int[] positions;
    private int count;
    /** What is older is not among the newest any more. */
    private long bar;

    private boolean leftOut;

    Newest(int most) {
        this(most, Long.MIN_VALUE);
    }

    /** @param bar what is older is not kept */
    Newest(int most, long bar) {
        this.most = most;
        this.bar = bar;
        this.ages = new long[2 * most];
        this.rows = new int[2 * most];
        this.positions = new int[2 * most];
    }

    /**
     * Offers the relationship at a position of a row.
     *
     * @param age larger the newer
     */
    void offer(long age, int row, int position) {
        if (age < bar) {
            leftOut = true;
            return;
        }
        if (count == ages.length) {
            keepNewest();
        }
        ages[count] = age;
        rows[count] = row;
        positions[count++] = position;
    }

    private void keepNewest() {
        leftOut = true;
        bar = Selection.smallest(Arrays.copyOf(ages, count), count - most);
        int asOld = most;
        for (int i = 0; i < count; i++) {
            asOld -= ages[i] > bar ? 1 : 0;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (ages[i] > bar || (ages[i] == bar && asOld-- > 0)) {
                ages[kept] = ages[i];
                rows[kept] = rows[i];
                positions[kept++] = positions[i];
            }
        }
        count = kept;
    }

    /** Takes a relationship. */
    @FunctionalInterface
    interface Taker {
        void take(int row, int position);
    }

    /** Hands over the newest, in the order in which they were offered. */
    void forEach(Taker taker) {
        if (count > most) {
            keepNewest();
        }
        for (int i = 0; i < count; i++) {
            taker.take(rows[i], positions[i]);
        }
    }

    /** Whether there are as many as can be kept; if not, some may be missing that were offered below the bar. */
    boolean isFull() {
        return count >= most;
    }

    /** Whether more were offered than are kept. */
    boolean hasLeftOut() {
        return leftOut || count > most;
    }
}
