package dev.clew.benchmarks.walks;

import dev.clew.core.recommend.Recommendation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The best items by exact PageRank, many more than a list holds.
 *
 * @param items best first
 */
record ExactOrder(List<Recommendation> items) {

    ExactOrder {
        items = List.copyOf(items);
    }

    /** Whether each listed item has at least (1 - epsilon) times the PageRank of every item below it, listed or not. */
    boolean holds(List<Integer> list, double epsilon) {
        Map<Integer, Double> scores = new HashMap<>();
        items.forEach(item -> scores.put(item.item(), item.score()));
        double below = items.stream()
                .filter(item -> !list.contains(item.item()))
                .mapToDouble(Recommendation::score)
                .max()
                .orElse(0);
        for (int rank = list.size() - 1; rank >= 0; rank--) {
            // An item so far down that it is not here has no more than 0 to show.
            double score = scores.getOrDefault(list.get(rank), 0.0);
            if (score < (1 - epsilon) * below) {
                return false;
            }
            below = Math.max(below, score);
        }
        return true;
    }
}
