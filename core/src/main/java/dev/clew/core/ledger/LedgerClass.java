package dev.clew.core.ledger;

/** What a recommender's contributions claim beyond summing to the score. */
public enum LedgerClass {
    /**
     * With model, kernel and degree factors frozen, masking a cited relationship changes the score by the sum of all contributions that
     * cite it. Holds of the full ledger, before {@link Ledger#condensed}.
     */
    LINEAR,
    /** The shares sum to the score exactly, and nothing more is claimed. */
    ATTRIBUTED
}
