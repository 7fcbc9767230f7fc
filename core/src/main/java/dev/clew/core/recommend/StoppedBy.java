package dev.clew.core.recommend;

/** Why the work on an answer ended. */
public enum StoppedBy {
    /** Everything there was to look at was looked at. */
    COMPLETE,
    /** The batches allowed were used up. */
    WORK,
    /** The deadline passed. */
    DEADLINE
}
