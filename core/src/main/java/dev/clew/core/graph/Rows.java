package dev.clew.core.graph;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one relationship type in one direction: compressed sparse rows over the range of nodes that had any when the graph was
 * built, and above them the rows that commits have changed since.
 */
final class Rows {
    static final Rows EMPTY = new Rows(0, new int[1], EdgeArrays.EMPTY, null, new LongTrie<>());

    private final int firstNode;
    private final int[] offsets;
    private final EdgeArrays edges;
    /** Weighted degree by row; null when every weight is 1. */
    private final double @Nullable [] weightSums;

    private final LongTrie<Row> changed;

    private Rows(
            int firstNode, int[] offsets, EdgeArrays edges, double @Nullable [] weightSums, LongTrie<Row> changed) {
        this.firstNode = firstNode;
        this.offsets = offsets;
        this.edges = edges;
        this.weightSums = weightSums;
        this.changed = changed;
    }

    /**
     * Rows straight from arrays that the caller gives up.
     *
     * @param firstNode node of row 0
     * @param offsets length rows + 1; row r is [offsets[r], offsets[r + 1])
     */
    static Rows of(int firstNode, int[] offsets, EdgeArrays edges) {
        return of(firstNode, offsets, edges, weightSums(offsets, edges));
    }

    /** Rows whose weighted degrees are known, or all 1 where they are null. */
    static Rows of(int firstNode, int[] offsets, EdgeArrays edges, double @Nullable [] weightSums) {
        return new Rows(firstNode, offsets, edges, weightSums, new LongTrie<>());
    }

    /** The same relationships from their other ends. Only for rows that no commit has changed. */
    Rows reversed() {
        return Transposition.of(firstNode, offsets, edges);
    }

    private static double @Nullable [] weightSums(int[] offsets, EdgeArrays edges) {
        if (edges.weights == null) {
            return null;
        }
        double[] sums = new double[offsets.length - 1];
        IntStream.range(0, sums.length)
                .parallel()
                .forEach(row -> sums[row] = sum(edges, offsets[row], offsets[row + 1]));
        return sums;
    }

    private static double sum(EdgeArrays edges, int from, int to) {
        double sum = 0;
        for (int position = from; position < to; position++) {
            sum += edges.weight(position);
        }
        return sum;
    }

    void moveTo(int node, Neighbours cursor) {
        Row row = changed.isEmpty() ? null : changed.get(node);
        if (row != null) {
            row.moveTo(cursor);
            return;
        }
        int index = node - firstNode;
        if (index < 0 || index >= offsets.length - 1) {
            cursor.set(EdgeArrays.EMPTY, 0, 0, 0);
            return;
        }
        int from = offsets[index];
        int to = offsets[index + 1];
        cursor.set(edges, from, to, weightSums == null ? to - from : weightSums[index]);
    }

    /** These rows with one of them replaced. */
    Rows with(int node, Row row) {
        return new Rows(firstNode, offsets, edges, weightSums, changed.with(node, row));
    }

    /** The node's row as one that can be changed. */
    Row row(int node) {
        Row row = changed.get(node);
        int index = node - firstNode;
        if (row != null || index < 0 || index >= offsets.length - 1) {
            return row == null ? Row.EMPTY : row;
        }
        return Row.of(edges, offsets[index], offsets[index + 1]);
    }

    /** Bytes of the rows built at the start; changed rows are few until the next rebuild. */
    long memoryBytes() {
        return 4L * offsets.length + edges.memoryBytes() + (weightSums == null ? 0 : 8L * weightSums.length);
    }
}
