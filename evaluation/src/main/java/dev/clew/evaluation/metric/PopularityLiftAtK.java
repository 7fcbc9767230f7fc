package dev.clew.evaluation.metric;

/**
 * How much more popular the first K items are than what the user liked: {@code (q - p) / p} with the mean popularity q of the list and p
 * of the liked items, both in the train graph. 0: as popular as their own; 1: twice as popular.
 *
 * <p>Source: Abdollahpouri et al., The connection between popularity bias, calibration, and fairness in recommendation, RecSys 2020, with
 * each user as a group.
 */
public record PopularityLiftAtK(int k, ItemFacts facts) implements UserMetric {
    public PopularityLiftAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "PopularityLift@" + k;
    }

    /** NaN for an empty list and for a user who liked nothing. */
    @Override
    public double of(JudgedList list) {
        double own = 0;
        for (int i = 0; i < list.likedCount(); i++) {
            own += facts.popularity(list.liked(i));
        }
        own /= list.likedCount();
        return own > 0 ? new PopularityAtK(k, facts).of(list) / own - 1 : Double.NaN;
    }
}
