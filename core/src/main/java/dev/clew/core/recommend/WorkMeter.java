package dev.clew.core.recommend;

import java.util.function.LongSupplier;

/** Counts an answer's work against its {@link Budget}. One answer, one meter, one thread. */
public final class WorkMeter {
    private final Budget budget;
    private final Pace pace;
    private final double slowness;
    private long batches;
    private int inBatch;
    private long reservedNanos;
    private long ledgerNanos;
    private long cutAt;
    private long reckonedWhenCut;
    private StoppedBy stoppedBy = StoppedBy.COMPLETE;

    public WorkMeter(Budget budget) {
        this(budget, System::nanoTime);
    }

    /** @param nanoTime the clock, as {@link System#nanoTime} */
    public WorkMeter(Budget budget, LongSupplier nanoTime) {
        this(budget, new Pace(nanoTime));
    }

    /** @param pace of answers of the same kind, which learns from this one */
    public WorkMeter(Budget budget, Pace pace) {
        this.budget = budget;
        this.pace = pace;
        this.slowness = pace.slowness();
        if (budget.maxBatches() == 0) {
            stoppedBy = StoppedBy.WORK;
        }
    }

    /**
     * Asks for leave to look at some relationships, which are then counted as looked at.
     *
     * @param relationships at most {@link Budget#BATCH}: a longer row is asked for in pieces
     * @return false once the budget is used up; the caller then stops and answers with what it has
     */
    public boolean spend(int relationships) {
        if (stoppedBy != StoppedBy.COMPLETE) {
            return false;
        }
        inBatch += relationships;
        if (inBatch >= Budget.BATCH) {
            inBatch -= Budget.BATCH;
            batches++;
            checkBudget();
        }
        return true;
    }

    /**
     * Asks for leave to do work that is done at one go, however long: the clock is looked at only before it, so {@link #reserve} time for it first.
     *
     * @return false once the budget is used up; then it must not be done
     */
    public boolean spendAll(long relationships) {
        for (long rest = relationships; rest > 0 && mayGoOn(); rest -= Budget.BATCH) {
            spend((int) Math.min(rest, Budget.BATCH));
        }
        return mayGoOn();
    }

    /**
     * Counts work that was done before and is used again, if the batches allowed are enough for all of it; the clock is not looked at.
     *
     * @return false if they are not: nothing is counted then, and the caller does as much of the work as {@link #spend} lets it
     */
    public boolean spendAgain(long relationships) {
        long total = inBatch + relationships;
        if (!mayGoOn() || batches + total / Budget.BATCH >= budget.maxBatches()) {
            return false;
        }
        batches += total / Budget.BATCH;
        inBatch = (int) (total % Budget.BATCH);
        return true;
    }

    /**
     * Says how long it will take to make an answer of what there is so far: the work is stopped that long before the deadline, or longer if that is what it took
     * answers before this one.
     */
    public void reserve(long nanos) {
        reservedNanos = nanos;
    }

    /** Says that the answer is made and explained: now it is known how long that took for which time was reserved. */
    public void answerIsMade() {
        if (stoppedBy == StoppedBy.DEADLINE) {
            pace.learn(reckonedWhenCut, pace.nanoTime() - cutAt);
        }
    }

    /**
     * Whether there is time beyond what is reserved. Nothing must hang on it but how the same work is done: whoever finds none goes on to {@link #spend}, which
     * refuses soon.
     */
    public boolean hasTime() {
        return budget.deadlineNanos() == Budget.NO_DEADLINE
                || pace.nanoTime() + (long) (slowness * reckonedNanos()) - budget.deadlineNanos() < 0;
    }

    private long reckonedNanos() {
        return reservedNanos + ledgerNanos;
    }

    /** Says how long it will take to explain the answer when the budget is used up, beside what is {@linkplain #reserve reserved}. */
    void reserveForLedgers(long nanos) {
        ledgerNanos = nanos;
    }

    /** Whether there is budget left. */
    public boolean mayGoOn() {
        return stoppedBy == StoppedBy.COMPLETE;
    }

    private void checkBudget() {
        if (batches >= budget.maxBatches()) {
            stoppedBy = StoppedBy.WORK;
        } else if (!hasTime()) {
            stoppedBy = StoppedBy.DEADLINE;
            cutAt = pace.nanoTime();
            reckonedWhenCut = reckonedNanos();
        }
    }

    public StoppedBy stoppedBy() {
        return stoppedBy;
    }

    /**
     * Batches begun: asked for as {@link Budget#maxBatches}, it gives the same answer again. The last batch of a complete answer is
     * mostly not full, and counts.
     */
    public long workDone() {
        return stoppedBy == StoppedBy.COMPLETE ? batches + 1 : batches;
    }
}
