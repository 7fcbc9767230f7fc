package dev.clew.evaluation.metric;

/**
 * How unlike each other the first K items are: the mean over pairs of {@code 1 - cosine} of their attributes.
 *
 * <p>Source: Ziegler et al., Improving recommendation lists through topic diversification, WWW 2005, as a mean and turned round so that
 * more is more diverse. Similarity is {@link ItemAttributes#cosine} over attributes of all kinds.
 */
public record IntraListDiversityAtK(int k, ItemAttributes attributes) implements UserMetric {
    public IntraListDiversityAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "Diversity@" + k;
    }

    /** NaN for a list with fewer than two items. */
    @Override
    public double of(JudgedList list) {
        int length = Math.min(k, list.size());
        double sum = 0;
        for (int i = 0; i < length; i++) {
            for (int j = i + 1; j < length; j++) {
                sum += 1 - attributes.cosine(list.item(i), list.item(j));
            }
        }
        return length < 2 ? Double.NaN : sum / (length * (length - 1) / 2.0);
    }
}
