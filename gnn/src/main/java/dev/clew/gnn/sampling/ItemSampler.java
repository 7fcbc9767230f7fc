package dev.clew.gnn.sampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws items with replacement, each with a fixed chance in proportion to its weight.
 *
 * <p>Cost: a draw is a binary search over the items.
 */
public final class ItemSampler {
    private final double[] upTo;

    private ItemSampler(double[] weights) {
        this.upTo = weights.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    /** All items alike. */
    public static ItemSampler uniform(int items) {
        double[] weights = new double[items];
        Arrays.fill(weights, 1);
        return new ItemSampler(weights);
    }

    /**
     * In proportion to what is known of each item, such as how many acted on it.
     *
     * @throws IllegalArgumentException if a weight is negative or none is above 0
     */
    public static ItemSampler weighted(double[] weights) {
        if (Arrays.stream(weights).anyMatch(weight -> !(weight >= 0))
                || !(Arrays.stream(weights).sum() > 0)) {
            throw new IllegalArgumentException("weights must be at least 0, and one of them above 0.");
        }
        return new ItemSampler(weights);
    }

    /** One item. */
    public int draw(RandomGenerator random) {
        double place = random.nextDouble() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, place);
        int item = found < 0 ? -found - 1 : found + 1;
        while (item > 0 && chance(item) == 0) {
            item--;
        }
        return item;
    }

    /** The chance of an item at each draw. */
    public double chance(int item) {
        double below = item == 0 ? 0 : upTo[item - 1];
        return (upTo[item] - below) / upTo[upTo.length - 1];
    }
}
