package dev.clew.core.ledger;

/**
 * What one walk from the user's action to the item adds.
 *
 * @param path from the user over the action's item to the recommended item
 */
public record PathContribution(EvidencePath path, double value) implements Contribution {
    @Override
    public boolean cites(long relationshipId) {
        return path.cites(relationshipId);
    }

    @Override
    public String kind() {
        return "path";
    }
}
