package dev.clew.core.recommend;

/** Why the work on an answer ended. */
public enum StoppedBy {
    /** Everything there was to look at was looked at. */
    COMPLETE,
    /** The order of the best was certain enough: as certain as the recommender's settings ask for. */
    CONFIDENT,
    /** The batches allowed were used up. */
    WORK,
    /** The deadline passed. */
    DEADLINE
}
