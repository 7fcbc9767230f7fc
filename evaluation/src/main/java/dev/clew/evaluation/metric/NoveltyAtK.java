package dev.clew.evaluation.metric;

/**
 * Mean self-information of the first K items in bits: {@code -log2(users who liked the item / users)}, both in the train graph. An item
 * that nobody liked counts as if one user had.
 *
 * <p>Source: Zhou et al., Solving the apparent diversity-accuracy dilemma of recommender systems, PNAS 2010.
 */
public record NoveltyAtK(int k, ItemFacts facts) implements UserMetric {
    public NoveltyAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "Novelty@" + k;
    }

    /** NaN for an empty list. */
    @Override
    public double of(JudgedList list) {
        int length = Math.min(k, list.size());
        double bits = 0;
        for (int i = 0; i < length; i++) {
            double share = Math.max(1, facts.popularity(list.item(i))) / (double) Math.max(1, facts.userCount());
            bits -= Math.log(share) / Math.log(2);
        }
        return length == 0 ? Double.NaN : bits / length;
    }
}
