package dev.clew.core.recommend;

/**
 * Leave to look for the walks behind an answer's scores. It is work like the walking itself and counted by the same meter, so that an answer cut
 * short while it was explained comes out the same again for the same work. Once the meter is used up, each item may still have a few steps:
 * enough to explain most, too few to be late. One answer, one thread.
 */
public final class LedgerBudget {
    /** Steps for an item after the budget is used up: a tenth of a millisecond. */
    private static final int AFTER = 1 << 14;

    private final WorkMeter meter;
    private long left = AFTER;

    public LedgerBudget(WorkMeter meter) {
        this.meter = meter;
    }

    /** For who may look for all there is. */
    public static LedgerBudget unlimited() {
        return new LedgerBudget(new WorkMeter(Budget.UNLIMITED));
    }

    /** Says that the steps from now on are for another item. */
    public void nextItem() {
        left = AFTER;
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
