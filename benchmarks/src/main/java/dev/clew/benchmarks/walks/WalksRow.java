package dev.clew.benchmarks.walks;

/**
 * One line of {@code walks-DATASET.json}.
 *
 * @param system {@code random-walk}, {@code personalized-pagerank} (as it is served) or {@code exact}
 * @param differencePercent of Recall@20 from the exact one's, relative; with the ends of its 95 % interval over users
 */
record WalksRow(
        String dataset,
        String system,
        int users,
        double recallAt20,
        double ndcgAt20,
        double differencePercent,
        double lowPercent,
        double highPercent,
        double p50Ms,
        double p99Ms) {}
