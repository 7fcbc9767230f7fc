package dev.clew.core.vectors;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is known of the candidates before anybody asks, longest vector first: how long the rest of each vector is from certain columns on, and
 * a copy of it in whole numbers of one byte, which is read in a quarter of the time.
 *
 * <pre>{@code
 * v = step * sketch + error        |u . v - step * (u . sketch)| <= |u| * |error|
 * }</pre>
 *
 * By Cauchy and Schwarz, no product exceeds the product of the lengths: not with the rest of a vector, and not with the error of its copy.
 * Scales are left out but for the order.
 *
 * <p>Source: bounds from whole numbers as in Li et al., FEXIPRO, SIGMOD 2017.
 */
final class CandidateBounds {
    /** Lengths are rounded to float; this much more makes up for that, so that a bound stays one. */
    private static final double ROUNDED_UP = 1 + 1e-6;

    private static final int LARGEST = Byte.MAX_VALUE;
    private static final int WIDEST_CHUNK = 128;

    private final int dimension;
    private final int[] borders;
    private final int[] order;
    private final float[] lengths;
    private final float[] rests;
    private final float[] steps;
    private final float[] errors;
    private final byte[] sketch;
    private double longest;

    CandidateBounds(Factor candidate) {
        this.dimension = candidate.dimension();
        this.borders = borders(dimension);
        this.order = longestFirst(candidate);
        this.lengths = new float[order.length];
        this.rests = new float[order.length * chunks()];
        this.steps = new float[order.length];
        this.errors = new float[order.length];
        this.sketch = new byte[order.length * dimension];
        for (int rank = 0; rank < order.length; rank++) {
            measure(candidate, rank);
            lengths[rank] = up((double) candidate.scale(order[rank]) * rest(rank, 0));
            longest = Math.max(longest, rest(rank, 0));
            copy(candidate, rank);
        }
    }

    private static int[] longestFirst(Factor candidate) {
        double[] lengths = IntStream.range(0, candidate.rows())
                .mapToDouble(candidate::norm)
                .toArray();
        return IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -lengths[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** From the last chunk to the first: each rest is the next one and a chunk more. */
    private void measure(Factor candidate, int rank) {
        double squares = 0;
        for (int chunk = chunks() - 1; chunk >= 0; chunk--) {
            squares += candidate.squares(order[rank], borders[chunk], borders[chunk + 1]);
            rests[rank * chunks() + chunk] = up(Math.sqrt(squares));
        }
    }

    private static float up(double length) {
        return (float) (ROUNDED_UP * length);
    }

    private void copy(Factor candidate, int rank) {
        int row = order[rank];
        double largest = 0;
        for (int column = 0; column < dimension; column++) {
            largest = Math.max(largest, Math.abs(candidate.value(row, column)));
        }
        float step = largest == 0 ? 1 : (float) (largest / LARGEST);
        double squares = 0;
        for (int column = 0; column < dimension; column++) {
            double value = candidate.value(row, column);
            double whole = Math.max(-LARGEST, Math.min(LARGEST, Math.rint(value / step)));
            double error = value - whole * step;
            sketch[rank * dimension + column] = (byte) whole;
            squares += error * error;
        }
        steps[rank] = step;
        errors[rank] = up(Math.sqrt(squares));
    }

    /** 0, 32, 64, 128 and so on, then the dimension: the first products are few because most candidates end there. */
    private static int[] borders(int dimension) {
        IntStream ends = IntStream.iterate(32, it -> it < dimension, it -> it + Math.min(it, WIDEST_CHUNK));
        return IntStream.concat(IntStream.concat(IntStream.of(0), ends), IntStream.of(dimension))
                .toArray();
    }

    int size() {
        return order.length;
    }

    /** Pieces a vector is multiplied in. */
    int chunks() {
        return borders.length - 1;
    }

    int from(int chunk) {
        return borders[chunk];
    }

    int to(int chunk) {
        return borders[chunk + 1];
    }

    /** The row of the candidate with so many longer ones. */
    int row(int rank) {
        return order[rank];
    }

    /** At least the length of the candidate's vector, scale included. */
    float length(int rank) {
        return lengths[rank];
    }

    /** At least the length of the candidate's vector from the chunk on. */
    float rest(int rank, int chunk) {
        return rests[rank * chunks() + chunk];
    }

    /** At least the length of any candidate's vector. */
    double longest() {
        return longest;
    }

    /** What the copy's numbers are multiplied by. */
    float step(int rank) {
        return steps[rank];
    }

    /** At least the length of what the copy leaves out. */
    float error(int rank) {
        return errors[rank];
    }

    /** The product of the copy and whole numbers over a chunk. Four sums, since one would wait for itself. */
    int dot(int rank, int[] whole, int chunk) {
        int from = rank * dimension;
        int to = borders[chunk + 1];
        int s0 = 0;
        int s1 = 0;
        int s2 = 0;
        int s3 = 0;
        int i = borders[chunk];
        for (; i + 3 < to; i += 4) {
            s0 += whole[i] * sketch[from + i];
            s1 += whole[i + 1] * sketch[from + i + 1];
            s2 += whole[i + 2] * sketch[from + i + 2];
            s3 += whole[i + 3] * sketch[from + i + 3];
        }
        for (; i < to; i++) {
            s0 += whole[i] * sketch[from + i];
        }
        return s0 + s1 + s2 + s3;
    }
}
