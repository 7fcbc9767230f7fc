package dev.clew.core.ledger;

/**
 * What one action of the user adds, by however many ways.
 *
 * @param action the path of one step from the user to the item acted on
 * @param ways how many walks (or other terms) are summed here
 */
public record ActionContribution(EvidencePath action, long ways, double value) implements Contribution {
    @Override
    public boolean cites(long relationshipId) {
        return action.cites(relationshipId);
    }

    @Override
    public String kind() {
        return "action";
    }
}
