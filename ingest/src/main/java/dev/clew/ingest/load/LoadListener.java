package dev.clew.ingest.load;

/** Follows a load. Calls come one at a time, after each committed batch, from the writing threads: return soon. */
@FunctionalInterface
public interface LoadListener {
    /** Follows nothing. */
    LoadListener NONE = progress -> {};

    void progress(LoadProgress progress);
}
