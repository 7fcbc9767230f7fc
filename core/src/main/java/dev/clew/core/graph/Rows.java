package dev.clew.core.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one relationship type in one direction: compressed sparse rows over the range of nodes that had any when the graph was
 * built, and above them the rows that commits have changed since.
 */
final class Rows {
    private static final int WORDS_PER_LINE = 16;

    static final Rows EMPTY =
            new Rows(0, new int[1], EdgeArrays.EMPTY, null, null, 1, new BlockMinima(0, 0), new LongTrie<>(), 0);

    private final int firstNode;
    private final int[] offsets;
    private final EdgeArrays edges;
    /** Weighted degree by row; null when every weight is 1. */
    private final double @Nullable [] weightSums;
    /** Largest weight by row; null when every weight is 1. */
    private final float @Nullable [] maxWeights;

    /** No row that has relationships has a weighted degree below this. */
    private final double leastWeightSum;
    /** The same for the rows of each block of nodes. */
    private final BlockMinima blockMinima;

    private final LongTrie<Row> changed;
    private final long changedBytes;

    private Rows(
            int firstNode,
            int[] offsets,
            EdgeArrays edges,
            double @Nullable [] weightSums,
            float @Nullable [] maxWeights,
            double leastWeightSum,
            BlockMinima blockMinima,
            LongTrie<Row> changed,
            long changedBytes) {
        this.firstNode = firstNode;
        this.offsets = offsets;
        this.edges = edges;
        this.weightSums = weightSums;
        this.maxWeights = maxWeights;
        this.leastWeightSum = leastWeightSum;
        this.blockMinima = blockMinima;
        this.changed = changed;
        this.changedBytes = changedBytes;
    }

    /**
     * Rows straight from arrays that the caller gives up.
     *
     * @param firstNode node of row 0
     * @param offsets length rows + 1; row r is [offsets[r], offsets[r + 1])
     */
    static Rows of(int firstNode, int[] offsets, EdgeArrays edges) {
        return of(firstNode, offsets, edges, weightSums(offsets, edges), maxWeights(offsets, edges));
    }

    /** Rows whose weighted degrees and largest weights are known, or null where every weight is 1. */
    static Rows of(
            int firstNode,
            int[] offsets,
            EdgeArrays edges,
            double @Nullable [] weightSums,
            float @Nullable [] maxWeights) {
        double least = weightSums == null
                ? 1
                : Arrays.stream(weightSums).filter(sum -> sum > 0).min().orElse(1);
        BlockMinima minima = new BlockMinima(firstNode, offsets.length - 1);
        for (int row = 0; row < offsets.length - 1; row++) {
            if (offsets[row + 1] > offsets[row]) {
                minima.lower(firstNode + row, weightSums == null ? offsets[row + 1] - offsets[row] : weightSums[row]);
            }
        }
        return new Rows(firstNode, offsets, edges, weightSums, maxWeights, least, minima, new LongTrie<>(), 0);
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

    private static float @Nullable [] maxWeights(int[] offsets, EdgeArrays edges) {
        if (edges.weights == null) {
            return null;
        }
        float[] largest = new float[offsets.length - 1];
        IntStream.range(0, largest.length)
                .parallel()
                .forEach(row -> largest[row] = max(edges, offsets[row], offsets[row + 1]));
        return largest;
    }

    private static float max(EdgeArrays edges, int from, int to) {
        float largest = 0;
        for (int position = from; position < to; position++) {
            largest = Math.max(largest, edges.weight(position));
        }
        return largest;
    }

    void moveTo(int node, Neighbours cursor) {
        Row row = changed.isEmpty() ? null : changed.get(node);
        if (row != null) {
            row.moveTo(cursor);
            return;
        }
        int index = node - firstNode;
        if (index < 0 || index >= offsets.length - 1) {
            cursor.set(EdgeArrays.EMPTY, 0, 0, 0, 0);
            return;
        }
        int from = offsets[index];
        int to = offsets[index + 1];
        cursor.set(
                edges,
                from,
                to,
                weightSums == null ? to - from : weightSums[index],
                maxWeights == null ? 1 : maxWeights[index]);
    }

    double weightSum(int node) {
        Row row = changed.isEmpty() ? null : changed.get(node);
        if (row != null) {
            return row.weightSum();
        }
        int index = node - firstNode;
        if (index < 0 || index >= offsets.length - 1) {
            return 0;
        }
        return weightSums == null ? offsets[index + 1] - offsets[index] : weightSums[index];
    }

    int size(int node) {
        Row row = changed.isEmpty() ? null : changed.get(node);
        if (row != null) {
            return row.size();
        }
        int index = node - firstNode;
        return index < 0 || index >= offsets.length - 1 ? 0 : offsets[index + 1] - offsets[index];
    }

    /** Reads a word of each cache line of the node's row; not of a row that a commit has changed. */
    int touch(int node) {
        int index = node - firstNode;
        int words = 0;
        if (index >= 0 && index < offsets.length - 1) {
            for (int position = offsets[index]; position < offsets[index + 1]; position += WORDS_PER_LINE) {
                words += edges.nodes[position];
            }
        }
        return words;
    }

    double leastWeightSum(int node) {
        return blockMinima.of(node, leastWeightSum);
    }

    /** Shows the nodes that had a relationship when the rows were built. */
    void forEachNode(IntConsumer consumer) {
        for (int row = 0; row < offsets.length - 1; row++) {
            if (offsets[row + 1] > offsets[row]) {
                consumer.accept(firstNode + row);
            }
        }
    }

    /** These rows with one of them replaced. */
    Rows with(int node, Row row) {
        Row old = changed.get(node);
        long bytes = changedBytes + row.ownBytes() - (old == null ? 0 : old.ownBytes());
        double least = leastWeightSum;
        if (row.weightSum() > 0) {
            least = Math.min(least, row.weightSum());
            blockMinima.lower(node, row.weightSum());
        }
        return new Rows(
                firstNode, offsets, edges, weightSums, maxWeights, least, blockMinima, changed.with(node, row), bytes);
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

    /** Adds the nodes whose row is another one here than there; false if that cannot be told, because they were not made one from the other. */
    boolean addDifferences(Rows other, BitSet nodes) {
        if (edges != other.edges || offsets != other.offsets) {
            return false;
        }
        changed.forEachDifference(other.changed, node -> nodes.set((int) node));
        return true;
    }

    /** How many rows commits have changed since these were built. */
    int changedRows() {
        return changed.size();
    }

    /** About how many bytes the changed rows take. */
    long changedBytes() {
        return changedBytes;
    }

    /**
     * The same rows in one piece, as if built anew; these, if no commit has changed them.
     *
     * <p>Cost: O(nodes + edges).
     */
    Rows compacted(int nodeCount) {
        return changed.isEmpty() ? this : new Compaction(nodeCount).rows();
    }

    private final class Compaction {
        private static final int PART = 1 << 12;

        private final int[] starts;

        Compaction(int nodeCount) {
            starts = new int[nodeCount + 1];
            Neighbours row = new Neighbours(Rows.this);
            for (int node = 0; node < nodeCount; node++) {
                starts[node + 1] = Math.addExact(starts[node], row.at(node).size());
            }
        }

        Rows rows() {
            int nodeCount = starts.length - 1;
            EdgeArrays flat = form(nodeCount).arrays(starts[nodeCount]);
            IntStream.range(0, (nodeCount + PART - 1) / PART).parallel().forEach(part -> {
                int from = part * PART;
                copy(from, Math.min(nodeCount, from + PART), flat);
            });
            int first = 0;
            while (first < nodeCount && starts[first + 1] == 0) {
                first++;
            }
            int after = nodeCount;
            while (after > first && starts[after - 1] == starts[nodeCount]) {
                after--;
            }
            return Rows.of(first, Arrays.copyOfRange(starts, first, after + 1), flat.written());
        }

        private EdgeForm form(int nodeCount) {
            EdgeForm form = new EdgeForm();
            Neighbours row = new Neighbours(Rows.this);
            for (int node = 0; node < nodeCount; node++) {
                row.at(node);
                for (int i = 0; i < row.size(); i++) {
                    form.add(row.weight(i), EdgeArrays.toSeconds(row.timeMillis(i)), row.relationshipId(i));
                }
            }
            return form;
        }

        private void copy(int from, int to, EdgeArrays flat) {
            Neighbours row = new Neighbours(Rows.this);
            for (int node = from; node < to; node++) {
                row.at(node);
                for (int i = 0; i < row.size(); i++) {
                    flat.set(
                            starts[node] + i,
                            row.node(i),
                            row.weight(i),
                            EdgeArrays.toSeconds(row.timeMillis(i)),
                            row.relationshipId(i));
                }
            }
        }
    }

    /** Bytes of the rows as built, and about how many the changed ones take. */
    long memoryBytes() {
        return 4L * offsets.length
                + edges.memoryBytes()
                + (weightSums == null ? 0 : 8L * weightSums.length)
                + (maxWeights == null ? 0 : 4L * maxWeights.length)
                + changedBytes;
    }
}
