package dev.clew.core.ledger;

/** A part of a score, with the evidence for it. The parts of a score sum to it; see {@link Ledger}. */
public sealed interface Contribution
        permits PathContribution,
                PathGroupContribution,
                ActionContribution,
                AttributeContribution,
                PopularityContribution,
                BaselineContribution {

    /** What it adds to the score, in the score's unit; below 0 where it speaks against the item. */
    double value();

    /** Whether the relationship with this store id is part of its evidence. */
    boolean cites(long relationshipId);

    /** The word for it in an explanation's rows. */
    String kind();
}
