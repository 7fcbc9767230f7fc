package dev.clew.evaluation.metric;

/**
 * Share of the K places that hold an item which is relevant and which the primitive recommender, showing everybody the K most popular items
 * of the train graph, would not have shown.
 *
 * <p>Source: Ge, Delgado-Battenfeld and Jannach, Beyond accuracy: evaluating recommender systems by coverage and serendipity, RecSys 2010;
 * usefulness is relevance, and the divisor is K.
 */
public record SerendipityAtK(int k, ItemFacts facts) implements UserMetric {
    public SerendipityAtK {
        Cutoff.require(k);
    }

    @Override
    public String name() {
        return "Serendipity@" + k;
    }

    @Override
    public double of(JudgedList list) {
        int found = 0;
        for (int i = 0; i < Math.min(k, list.size()); i++) {
            found += list.isHit(i) && facts.popularityRank(list.item(i)) >= k ? 1 : 0;
        }
        return (double) found / k;
    }
}
