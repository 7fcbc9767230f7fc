package dev.clew.core.recommend;

/**
 * Leave to look for the walks behind an answer's scores. It is work like the walking itself and counted by the same meter, so that an answer cut
 * short while it was explained comes out the same again for the same work. Once the meter is used up, each item may still have a few steps:
 * enough to explain most, too few to be late. One answer, one thread.
 */
public final class LedgerBudget {
    /** Steps for an item after the budget is used up. */
    private static final int AFTER = 1 << 14;

    /** How long these take. */
    private static final long AFTER_NANOS = 200_000;

    private final WorkMeter meter;
    private long items;
    private long left = AFTER;

    /**
     * Leave for the ledgers of an answer; made before the answer, so that time is left for them.
     *
     * @param items how many will be explained, at most
     */
    public LedgerBudget(WorkMeter meter, int items) {
        this.meter = meter;
        this.items = items;
        meter.reserveForLedgers(items * AFTER_NANOS);
    }

    /** For who may look for all there is. */
    public static LedgerBudget unlimited() {
        return new LedgerBudget(new WorkMeter(Budget.UNLIMITED), 0);
    }

    /** Says that the steps from now on are for another item. */
    public void nextItem() {
        left = AFTER;
        items = Math.max(0, items - 1);
        meter.reserveForLedgers(items * AFTER_NANOS);
    }

    /** Asks for leave to look at so many relationships, which are then counted. */
    public boolean take(long relationships) {
        if (!meter.mayGoOn()) {
            left -= relationships;
            return left >= 0;
        }
        meter.spendAll(relationships);
        return true;
    }
}
