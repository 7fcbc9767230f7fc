package dev.clew.core.ledger;

/**
 * A part that no single piece of evidence stands for: a calibration offset, or what an approximation left out.
 *
 * @param name what it is, in words
 */
public record BaselineContribution(String name, double value) implements Contribution {
    @Override
    public boolean cites(long relationshipId) {
        return false;
    }

    @Override
    public String kind() {
        return "baseline";
    }
}
