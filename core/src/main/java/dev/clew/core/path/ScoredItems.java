package dev.clew.core.path;

import dev.clew.core.graph.NodeScores;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Some items, ascending, each with a score. Immutable. */
public final class ScoredItems {
    private final int[] items;
    private final double[] scores;

    private ScoredItems(int[] items, double[] scores) {
        this.items = items;
        this.scores = scores;
    }

    /** The nodes with a sum other than 0 that are among the wanted ones. */
    public static ScoredItems of(NodeScores sums, IntPredicate wanted) {
        int count = sums.list();
        int[] items = new int[count];
        double[] scores = new double[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int node = sums.listed(i);
            if (wanted.test(node)) {
                items[kept] = node;
                scores[kept++] = sums.get(node);
            }
        }
        return new ScoredItems(Arrays.copyOf(items, kept), Arrays.copyOf(scores, kept));
    }

    public int size() {
        return items.length;
    }

    public int item(int i) {
        return items[i];
    }

    public double score(int i) {
        return scores[i];
    }

    /** The item's score; 0 for one that is not among them. */
    public double scoreOf(int item) {
        int at = Arrays.binarySearch(items, item);
        return at < 0 ? 0 : scores[at];
    }

    /** The largest score, at least 0. */
    public double largest() {
        return Math.max(0, Arrays.stream(scores).max().orElse(0));
    }
}
