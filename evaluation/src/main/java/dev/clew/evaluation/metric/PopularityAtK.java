package dev.clew.evaluation.metric;

/**
 * Average recommendation popularity: the mean number of users who liked an item of the first K in the train graph.
 *
 * <p>Source: Yin et al., Challenging the long tail recommendation, VLDB 2012.
 */
public record PopularityAtK(int k, ItemFacts facts) implements UserMetric {
    public PopularityAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "Popularity@" + k;
    }

    /** NaN for an empty list. */
    @Override
    public double of(JudgedList list) {
        int length = Math.min(k, list.size());
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += facts.popularity(list.item(i));
        }
        return length == 0 ? Double.NaN : sum / length;
    }
}
