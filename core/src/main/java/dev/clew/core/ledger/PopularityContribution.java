package dev.clew.core.ledger;

/**
 * What everybody's interest in the item adds.
 *
 * @param item node number of the item
 * @param interactions how many positive interactions were counted
 */
public record PopularityContribution(int item, long interactions, double value) implements Contribution {
    @Override
    public boolean cites(long relationshipId) {
        return false;
    }

    @Override
    public String kind() {
        return "popularity";
    }
}
