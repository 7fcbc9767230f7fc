package dev.clew.benchmarks.quality;

import java.util.List;

/**
 * Accuracy over users, each of them counting the same.
 *
 * @param users how many were asked for; 0 if the others mean nothing
 */
public record MeanQuality(int users, double recall, double ndcg) {

    /** Averages in the order given, so that the same lists give the same bytes. */
    public static MeanQuality of(List<RankingQuality> qualities) {
        double recall = 0;
        double ndcg = 0;
        for (RankingQuality quality : qualities) {
            recall += quality.recall();
            ndcg += quality.ndcg();
        }
        int users = qualities.size();
        return new MeanQuality(users, recall / Math.max(1, users), ndcg / Math.max(1, users));
    }
}
