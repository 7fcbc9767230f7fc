package dev.clew.core.recommend;

import java.util.Arrays;

/**
 * Keeps the newest of many relationships, of which each is offered once. Of the same age those offered first.
 *
 * <p>Cost: O(offered), as good as always; memory for {@value #ROOM} times as many as are kept.
 */
final class Newest {
    /** So many times those that are kept are gathered before most of them are dropped again. */
    private static final int ROOM = 4;

    private final int most;
    private final long[] ages;
    private final int[] rows;
    private final int[] positions;
    private int count;
    /** What is older is not among the newest any more. */
    private long bar = Long.MIN_VALUE;

    private boolean leftOut;

    Newest(int most) {
        this.most = most;
        this.ages = new long[ROOM * most];
        this.rows = new int[ROOM * most];
        this.positions = new int[ROOM * most];
    }

    /**
     * Offers the relationship at a position of a row.
     *
     * @param age larger the newer
     */
    void offer(long age, int row, int position) {
        if (age < bar) {
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

    /** Whether more were offered than are kept. */
    boolean hasLeftOut() {
        return leftOut || count > most;
    }
}
