package dev.clew.core.path.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learned.
 *
 * @param paths in the order of the schema
 * @param ndcgBefore mean NDCG over the judging users with the weights before
 * @param ndcg the same with the learned weights
 * @param learningUsers how many users were learned from
 * @param judgingUsers how many users were judged by
 * @param complete whether everything was done that was to be done; false if time ran out, and then chance plays a part
 */
public record LearnedPaths(
        List<LearnedPath> paths,
        double ndcgBefore,
        double ndcg,
        int learningUsers,
        int judgingUsers,
        boolean complete) {

    /** A path and its weights. */
    public record LearnedPath(String name, double weightBefore, double weight) {}

    public LearnedPaths {
        paths = List.copyOf(paths);
    }

    /** Whether the learned weights are worth taking. */
    public boolean improves() {
        return ndcg > ndcgBefore;
    }

    /** The learned weights by path name, in the order of the paths. */
    public Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        paths.forEach(path -> weights.put(path.name(), path.weight()));
        return weights;
    }
}
