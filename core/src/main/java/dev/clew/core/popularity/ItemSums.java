package dev.clew.core.popularity;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What all interactions of each item add up to in one state of a graph. An item whose interactions have changed is summed anew, in the order of its
 * rows, so sums kept up to date are to the last bit what counting everything gives. Written once, then only read.
 */
final class ItemSums {
    private final Decay decay;
    /** Weights of known time, by {@link Decay#ofTime}. */
    private final double[] timed;
    /** Weights of unknown time. */
    private final double[] untimed;

    private final int[] counts;

    private ItemSums(Decay decay, double[] timed, double[] untimed, int[] counts) {
        this.decay = decay;
        this.timed = timed;
        this.untimed = untimed;
        this.counts = counts;
    }

    /** Cost: O(nodes + interactions). */
    static ItemSums of(RecommendationGraph graph, Decay decay) {
        return new ItemSums(decay, new double[0], new double[0], new int[0]).in(graph, all(graph));
    }

    /** All items. */
    static BitSet all(RecommendationGraph graph) {
        BitSet items = new BitSet(graph.nodeCount());
        for (int node = 0; node < graph.nodeCount(); node++) {
            items.set(node, graph.contains(node) && graph.nodeType(node).role() == NodeRole.ITEM);
        }
        return items;
    }

    /** The sums in another state of the graph. Cost: O(nodes), and O(interactions) for items that have changed. */
    ItemSums in(RecommendationGraph graph, BitSet changed) {
        int nodes = graph.nodeCount();
        ItemSums next = new ItemSums(
                decay, Arrays.copyOf(timed, nodes), Arrays.copyOf(untimed, nodes), Arrays.copyOf(counts, nodes));
        ItemRows rows = new ItemRows(graph);
        changed.stream().forEach(item -> next.set(item, next.upTo(Long.MAX_VALUE, item, rows)));
        return next;
    }

    private void set(int item, Sum sum) {
        timed[item] = sum.timed;
        untimed[item] = sum.untimed;
        counts[item] = sum.count;
    }

    /** One item's interactions up to a moment, counted now. */
    Sum upTo(long atMillis, int item, ItemRows rows) {
        Sum sum = new Sum();
        rows.forEach(item, (weight, time) -> {
            if (time == 0) {
                sum.untimed += weight;
                sum.count++;
            } else if (time <= atMillis) {
                sum.timed += weight * decay.ofTime(time);
                sum.count++;
            }
        });
        return sum;
    }

    /** All of one item's interactions. */
    Sum of(int item) {
        Sum sum = new Sum();
        sum.timed = timed[item];
        sum.untimed = untimed[item];
        sum.count = counts[item];
        return sum;
    }

    boolean isEmpty(int item) {
        return counts[item] == 0;
    }

    /** What interactions add up to, and how many they are. */
    static final class Sum {
        private double timed;
        private double untimed;
        private int count;

        double score(double ofMoment) {
            return timed * ofMoment + untimed;
        }

        int count() {
            return count;
        }
    }

    Decay decay() {
        return decay;
    }
}
