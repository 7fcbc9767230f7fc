package dev.clew.procedures.live;

/**
 * Lets a reader of the store wait for the commits that were under way before it began listening. A transaction that prepared its commit before a
 * graph was declared carries no changes for it; once it is through, a scan of the store sees what it did.
 */
final class CommitGate {
    private Generation current = new Generation();

    /** The commits that started between two scans. */
    static final class Generation {
        private int underWay;
    }

    /** A commit begins. */
    synchronized Generation enter() {
        current.underWay++;
        return current;
    }

    /** A commit that began in that generation is applied or rolled back. */
    synchronized void leave(Generation generation) {
        generation.underWay--;
        notifyAll();
    }

    /** Waits until all commits that have begun by now are through. */
    synchronized void awaitEarlier() throws InterruptedException {
        Generation earlier = current;
        current = new Generation();
        while (earlier.underWay > 0) {
            wait();
        }
    }
}
