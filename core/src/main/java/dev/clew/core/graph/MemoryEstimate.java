package dev.clew.core.graph;

/**
 * How much memory a graph will take, told from counts before it is built: what {@link GraphSnapshot#memoryBytes} will say, rather too much
 * than too little. While it is built it takes up to twice that.
 */
public final class MemoryEstimate {
    /** Type, store id, and four to eight places of 4 bytes in two hash tables. */
    private static final int NODE_BYTES = 1 + 8 + 32;

    private static final int INTEGER_KEY_BYTES = 8;
    /** A reference, a string and its array with some twenty characters. */
    private static final int STRING_KEY_BYTES = 68;

    private static final int DATES_BYTES = 16;
    /** The neighbour on both sides and the pointer between them; an id up to 2^40. */
    private static final int RELATIONSHIP_BYTES = 12 + 5;
    /** A weight of which there are at most 65,536 different ones. */
    private static final int WEIGHT_BYTES = 2;

    private static final int TIME_BYTES = 4;
    private static final int ROW_BYTES = 4;
    private static final int WEIGHTED_ROW_BYTES = 16;

    private long nodes;
    private long relationships;
    private long bytes;

    /** Counts nodes of one type in. */
    public void addNodes(long count, KeyType keyType, boolean dated) {
        int key = keyType == KeyType.INTEGER ? INTEGER_KEY_BYTES : STRING_KEY_BYTES;
        nodes += count;
        bytes += count * (NODE_BYTES + key + (dated ? DATES_BYTES : 0));
    }

    /**
     * Counts relationships of one type in.
     *
     * @param ends nodes that may have any, on both sides together
     * @param weighted whether some weigh more or less than 1
     * @param timed whether the time of some is known
     */
    public void addRelationships(long count, long ends, boolean weighted, boolean timed) {
        relationships += count;
        bytes += count * (RELATIONSHIP_BYTES + (weighted ? WEIGHT_BYTES : 0) + (timed ? TIME_BYTES : 0));
        bytes += ends * (weighted ? WEIGHTED_ROW_BYTES : ROW_BYTES);
    }

    public long nodes() {
        return nodes;
    }

    public long relationships() {
        return relationships;
    }

    public long bytes() {
        return bytes;
    }
}
