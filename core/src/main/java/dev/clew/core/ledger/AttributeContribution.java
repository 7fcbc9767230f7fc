package dev.clew.core.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What an attribute adds to the score of an item whose vector comes from its attributes: how well what the user did goes with the attribute.
 *
 * @param action the user's action whose share it is, a path of one step; null where the shares of all actions are told together
 * @param attribute the path from the item to the attribute
 */
public record AttributeContribution(@Nullable EvidencePath action, EvidencePath attribute, double value)
        implements Contribution {
    @Override
    public boolean cites(long relationshipId) {
        return attribute.cites(relationshipId) || (action != null && action.cites(relationshipId));
    }

    @Override
    public String kind() {
        return "attribute";
    }
}
