package dev.clew.core.recommend;

/** How much a recommender is to say about each item of an answer. */
public enum Explain {
    /** Nothing. */
    NONE,
    /** Its ledger, of which only the part that adds most need be told by itself: enough for one reason. */
    SHORT,
    /** Its ledger in full. */
    FULL
}
