package dev.clew.core.graph;

import org.jspecify.annotations.Nullable;

/**
 * The store ids of relationships, in the narrowest form that holds them all: 4 bytes each, 5 where one is above 2^32, 8 where one needs more
 * than 40 bits or is negative.
 */
final class RelationshipIds {
    private static final int LOW_BITS = 32;
    private static final int PACKED_BITS = 40;

    private final int[] low;
    private final byte @Nullable [] high;
    private final long @Nullable [] whole;

    private RelationshipIds(int[] low, byte @Nullable [] high, long @Nullable [] whole) {
        this.low = low;
        this.high = high;
        this.whole = whole;
    }

    /** These ids as they are; the array is given up by the caller. */
    static RelationshipIds of(long[] ids) {
        return new RelationshipIds(new int[0], null, ids);
    }

    /**
     * Room for so many ids.
     *
     * @param allBits every bit that is set in one of them
     */
    static RelationshipIds sized(int size, long allBits) {
        if (allBits >>> PACKED_BITS != 0) {
            return of(new long[size]);
        }
        return new RelationshipIds(new int[size], allBits >>> LOW_BITS == 0 ? null : new byte[size], null);
    }

    void set(int at, long id) {
        if (whole != null) {
            whole[at] = id;
            return;
        }
        low[at] = (int) id;
        if (high != null) {
            high[at] = (byte) (id >>> LOW_BITS);
        }
    }

    long get(int at) {
        if (whole != null) {
            return whole[at];
        }
        long id = Integer.toUnsignedLong(low[at]);
        return high == null ? id : id | (high[at] & 0xFFL) << LOW_BITS;
    }

    long memoryBytes() {
        return 4L * low.length + (high == null ? 0 : high.length) + (whole == null ? 0 : 8L * whole.length);
    }
}
