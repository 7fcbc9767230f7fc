package dev.clew.core.popularity;

import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;

/** Every item's popularity at one moment. Written once, then only read. */
final class ItemPopularity {
    private final NodeScores scores;
    private final NodeScores interactions;

    private ItemPopularity(int nodeCount) {
        this.scores = new NodeScores(nodeCount);
        this.interactions = new NodeScores(nodeCount);
    }

    /**
     * Popularity from what all interactions add up to; items acted on later than the moment are counted up to it.
     *
     * <p>Cost: O(nodes), and O(interactions) for items acted on later.
     */
    static ItemPopularity at(long atMillis, RecommendationGraph graph, ItemSums sums, LatestTimes latest) {
        ItemPopularity popularity = new ItemPopularity(graph.nodeCount());
        double ofMoment = sums.decay().ofMoment(atMillis);
        ItemRows rows = new ItemRows(graph);
        for (int item = 0; item < graph.nodeCount(); item++) {
            if (!sums.isEmpty(item)) {
                boolean all = latest.ofItem(item) <= atMillis;
                popularity.add(item, all ? sums.of(item) : sums.upTo(atMillis, item, rows), ofMoment);
            }
        }
        return popularity;
    }

    private void add(int item, ItemSums.Sum sum, double ofMoment) {
        if (sum.count() > 0) {
            scores.add(item, sum.score(ofMoment));
            interactions.add(item, sum.count());
        }
    }

    /** For ranking; to be read only. */
    NodeScores scores() {
        return scores;
    }

    double score(int item) {
        return scores.get(item);
    }

    /** How many interactions the score counts. */
    long interactions(int item) {
        return (long) interactions.get(item);
    }
}
