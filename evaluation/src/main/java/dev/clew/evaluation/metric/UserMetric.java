package dev.clew.evaluation.metric;

/** A measure of one user's list; a recommender's value is the mean over the users it is defined for. */
public interface UserMetric {

    /** As results name it, for example {@code Recall@20}. */
    String name();

    /** The value for one user, or NaN where it is not defined. */
    double of(JudgedList list);
}
