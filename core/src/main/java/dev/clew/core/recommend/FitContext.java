package dev.clew.core.recommend;

/** What a recommender may ask for while it is fitted. */
public interface FitContext {
    /** Seed of everything random in fitting. */
    long seed();

    /** Another recommender fitted on the same data, for one that combines several. */
    Recommender component(String name);

    /** Tells how much of the work is done, in [0, 1]. */
    void progress(double done);
}
