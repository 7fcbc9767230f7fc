package dev.clew.core.recommend;

/**
 * How much may be spent on an answer. Work is counted in batches of {@value #BATCH} relationships looked at, and looked at only between
 * batches: the same graph, query and {@code maxBatches} give the same answer on any machine.
 *
 * @param maxBatches batches after which to stop, at least 0
 * @param deadlineNanos moment of {@link System#nanoTime} after which to stop, or {@link #NO_DEADLINE}
 */
public record Budget(long maxBatches, long deadlineNanos) {
    /** Relationships in a batch: some 10 microseconds of work, so that a deadline is met closely. */
    public static final int BATCH = 4096;

    public static final long NO_DEADLINE = Long.MAX_VALUE;
    public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, NO_DEADLINE);

    public Budget {
        if (maxBatches < 0) {
            throw new IllegalArgumentException("maxWork (" + maxBatches + ") must be at least 0.");
        }
    }
}
