package dev.clew.core.model;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.vectors.ItemRows;
import dev.clew.core.vectors.RowRecommender;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The largest entries of an item-item kernel, a row an item: places of candidates and what an action of weight 1 adds to their scores. */
public final class RowContent implements ModelContent {
    private final int[] starts;
    private final int[] candidates;
    private final float[] values;

    /**
     * @param starts where each item's row starts, and after the last one the number of entries; kept, not copied: not to be changed any more
     * @param candidates places; kept likewise
     * @param values one for each candidate; kept likewise
     * @throws IllegalArgumentException if the arrays do not fit each other
     */
    public RowContent(int[] starts, int[] candidates, float[] values) {
        int items = starts.length - 1;
        boolean ascending =
                items >= 0 && starts[0] == 0 && IntStream.range(0, items).allMatch(it -> starts[it] <= starts[it + 1]);
        if (!ascending || starts[items] != candidates.length || candidates.length != values.length) {
            throw new IllegalArgumentException("Rows need ascending starts from 0 to the number of candidates ("
                    + candidates.length + "), and as many values (" + values.length + ").");
        }
        if (Arrays.stream(candidates).anyMatch(it -> it < 0 || it >= items)) {
            throw new IllegalArgumentException("A candidate must be one of the " + items + " items.");
        }
        this.starts = starts;
        this.candidates = candidates;
        this.values = values;
    }

    static Model of(RowRecommender trained, RecommendationGraph graph) {
        ItemRows rows = trained.rows();
        int[] nodes = rows.nodes();
        int[] starts = new int[nodes.length + 1];
        int[] candidates = new int[rows.entries()];
        float[] values = new float[rows.entries()];
        for (int item = 0; item < nodes.length; item++) {
            int length = rows.end(nodes[item]) - rows.start(nodes[item]);
            starts[item + 1] = starts[item] + length;
            for (int i = 0; i < length; i++) {
                int entry = rows.start(nodes[item]) + i;
                candidates[starts[item] + i] = Arrays.binarySearch(nodes, rows.candidate(entry));
                values[starts[item] + i] = rows.value(entry);
            }
        }
        return new Model(
                trained.name(), ItemKeys.of(graph, Arrays.stream(nodes)), new RowContent(starts, candidates, values));
    }

    @Override
    public int items() {
        return starts.length - 1;
    }

    @Override
    public int dimension() {
        return 0;
    }

    int entries() {
        return candidates.length;
    }

    int end(int item) {
        return starts[item + 1];
    }

    int candidate(int entry) {
        return candidates[entry];
    }

    float value(int entry) {
        return values[entry];
    }

    @Override
    public Recommender bind(String name, int[] nodes) {
        int[] there = IntStream.range(0, items())
                .filter(item -> nodes[item] != RecommendationGraph.NO_NODE)
                .toArray();
        long[][] rows = Arrays.stream(there).mapToObj(item -> row(item, nodes)).toArray(long[][]::new);
        int[] boundStarts = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            boundStarts[row + 1] = boundStarts[row] + rows[row].length;
        }
        long[] entries = Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
        int[] boundCandidates = new int[entries.length];
        float[] boundValues = new float[entries.length];
        for (int entry = 0; entry < entries.length; entry++) {
            boundCandidates[entry] = (int) (entries[entry] >>> Integer.SIZE);
            boundValues[entry] = Float.intBitsToFloat((int) entries[entry]);
        }
        int[] boundNodes = Arrays.stream(there).map(item -> nodes[item]).toArray();
        return new RowRecommender(name, new ItemRows(boundNodes, boundStarts, boundCandidates, boundValues));
    }

    /** The row's entries in the order of node numbers: the node in the upper half, the value's bits in the lower. */
    private long[] row(int item, int[] nodes) {
        return IntStream.range(starts[item], starts[item + 1])
                .filter(entry -> nodes[candidates[entry]] != RecommendationGraph.NO_NODE)
                .mapToLong(entry -> ((long) nodes[candidates[entry]] << Integer.SIZE)
                        | Integer.toUnsignedLong(Float.floatToRawIntBits(values[entry])))
                .sorted()
                .toArray();
    }
}
