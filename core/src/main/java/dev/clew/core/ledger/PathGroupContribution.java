package dev.clew.core.ledger;

/**
 * What several walks add that start at the same item of the history and go along the same types of relationship, and where these are attributes
 * through the same one.
 *
 * @param example one of the walks
 * @param people how many different nodes the walks pass in their middle
 */
public record PathGroupContribution(EvidencePath example, long people, double value) implements Contribution {
    @Override
    public boolean cites(long relationshipId) {
        return example.cites(relationshipId);
    }

    @Override
    public String kind() {
        return "paths";
    }
}
