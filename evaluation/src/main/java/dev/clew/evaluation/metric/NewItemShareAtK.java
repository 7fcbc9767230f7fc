package dev.clew.evaluation.metric;

/**
 * The share of new items, those that nobody liked in the train graph, among the first K of a list: what new items take of known ones' places.
 *
 * <pre>{@code
 * NewItemShare@K = new items among the first K / places taken, at most K
 * }</pre>
 */
public record NewItemShareAtK(int k, ItemFacts facts) implements UserMetric {
    public NewItemShareAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "NewItemShare@" + k;
    }

    /** NaN for an empty list. */
    @Override
    public double of(JudgedList list) {
        int length = Math.min(k, list.size());
        int added = 0;
        for (int i = 0; i < length; i++) {
            added += facts.isNew(list.item(i)) ? 1 : 0;
        }
        return length == 0 ? Double.NaN : (double) added / length;
    }
}
