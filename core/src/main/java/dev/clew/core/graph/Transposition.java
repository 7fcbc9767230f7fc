package dev.clew.core.graph;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows round: from the sources' side to the targets' side. Walking the outgoing rows once, source by source, leaves each incoming
 * row sorted. Several threads each walk all of them and write the rows of a range of targets with about the same number of edges, so what
 * comes out does not depend on their number.
 *
 * <p>Cost: O(edges + nodes) time; the 8 bytes an edge that incoming rows consist of, and 4 a node while it runs.
 */
final class Transposition {
    private static final int WORTH_A_THREAD = 1 << 17;

    private final int firstSource;
    private final int[] outOffsets;
    private final EdgeArrays edges;
    private final int firstTarget;
    private final int[] offsets;
    private final int[] nodes;
    private final int[] pointers;
    private final double @Nullable [] weightSums;
    private final float @Nullable [] maxWeights;

    private Transposition(int firstSource, int[] outOffsets, EdgeArrays edges) {
        this.firstSource = firstSource;
        this.outOffsets = outOffsets;
        this.edges = edges;
        this.firstTarget = Arrays.stream(edges.nodes).parallel().min().orElse(0);
        int lastTarget = Arrays.stream(edges.nodes).parallel().max().orElse(-1);
        this.offsets = new int[lastTarget - firstTarget + 2];
        for (int target : edges.nodes) {
            offsets[target - firstTarget + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        this.nodes = new int[edges.size()];
        this.pointers = new int[edges.size()];
        this.weightSums = edges.weights == null ? null : new double[offsets.length - 1];
        this.maxWeights = edges.weights == null ? null : new float[offsets.length - 1];
    }

    /** The rows of the targets, which share the details of these edges. */
    static Rows of(int firstSource, int[] offsets, EdgeArrays edges) {
        return new Transposition(firstSource, offsets, edges).rows();
    }

    private Rows rows() {
        int parts = Math.max(1, Math.min(ForkJoinPool.getCommonPoolParallelism() + 1, edges.size() / WORTH_A_THREAD));
        IntStream.range(0, parts).parallel().forEach(part -> write(border(part, parts), border(part + 1, parts)));
        return Rows.of(firstTarget, offsets, edges.reversed(nodes, pointers), weightSums, maxWeights);
    }

    /** The row where a part begins. */
    private int border(int part, int parts) {
        if (part == parts) {
            return offsets.length - 1;
        }
        int edge = (int) ((long) edges.size() * part / parts);
        int found = Arrays.binarySearch(offsets, edge);
        return part == 0 ? 0 : found >= 0 ? found : -found - 1;
    }

    /** Writes the rows [from, to). */
    private void write(int from, int to) {
        int[] next = Arrays.copyOfRange(offsets, from, to);
        for (int source = 0; source < outOffsets.length - 1; source++) {
            for (int position = outOffsets[source]; position < outOffsets[source + 1]; position++) {
                int row = edges.nodes[position] - firstTarget;
                if (row >= from && row < to) {
                    int at = next[row - from]++;
                    nodes[at] = firstSource + source;
                    pointers[at] = position;
                    if (weightSums != null && maxWeights != null) {
                        float weight = edges.weight(position);
                        weightSums[row] += weight;
                        maxWeights[row] = Math.max(maxWeights[row], weight);
                    }
                }
            }
        }
    }
}
