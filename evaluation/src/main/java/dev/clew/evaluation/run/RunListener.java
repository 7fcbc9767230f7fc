package dev.clew.evaluation.run;

/** Learns how far a run is. Called from many threads. */
@FunctionalInterface
public interface RunListener {
    /** Says nothing to nobody. */
    RunListener NONE = (step, done, total) -> {};

    /**
     * Some of a step is done.
     *
     * @param total units of the step; 0 if not known
     */
    void at(String step, long done, long total);
}
