package dev.clew.evaluation.metric;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import java.util.List;
import java.util.stream.IntStream;

/** The attributes of each item over some relationship types, each once, ascending. Thread-safe. */
public final class ItemAttributes {
    private static final int[] NONE = {};

    private final int[][] byItem;

    /** Reads the attributes of these types. */
    public ItemAttributes(RecommendationGraph graph, List<RelationshipType> types) {
        byItem = new int[graph.nodeCount()][];
        for (int node = 0; node < byItem.length; node++) {
            byItem[node] = read(graph, types, node);
        }
    }

    private static int[] read(RecommendationGraph graph, List<RelationshipType> types, int item) {
        IntStream.Builder attributes = IntStream.builder();
        for (RelationshipType type : types) {
            Neighbours row = graph.neighbours(type, Direction.OUT).at(item);
            for (int i = 0; i < row.size(); i++) {
                attributes.add(row.node(i));
            }
        }
        int[] sorted = attributes.build().sorted().distinct().toArray();
        return sorted.length == 0 ? NONE : sorted;
    }

    /** The item's attributes, ascending. Not to be written to. */
    int[] of(int item) {
        return byItem[item];
    }

    /** Cosine of the items' 0/1 attribute vectors: shared attributes over the root of the product of their numbers; 0 without any. */
    public double cosine(int a, int b) {
        int[] left = byItem[a];
        int[] right = byItem[b];
        return left.length == 0 || right.length == 0
                ? 0
                : shared(left, right) / Math.sqrt((double) left.length * right.length);
    }

    private static int shared(int[] left, int[] right) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            if (left[i] == right[j]) {
                shared++;
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }
}
