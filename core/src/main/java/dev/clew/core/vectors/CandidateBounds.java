package dev.clew.core.vectors;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is known of the candidates before anybody asks: their order by length, longest first, and how long the rest of each vector is from
 * certain columns on. By Cauchy and Schwarz, no product with a rest exceeds the product of the lengths.
 */
final class CandidateBounds {
    /** Lengths are rounded to float; this much more makes up for that, so that a bound stays one. */
    private static final double ROUNDED_UP = 1 + 1e-6;

    private final int[] borders;
    private final int[] order;
    private final float[] rests;

    CandidateBounds(Factor candidate) {
        this.borders = borders(candidate.dimension());
        this.rests = new float[candidate.rows() * chunks()];
        for (int row = 0; row < candidate.rows(); row++) {
            for (int chunk = 0; chunk < chunks(); chunk++) {
                rests[row * chunks() + chunk] =
                        (float) (ROUNDED_UP * Math.sqrt(candidate.squares(row, borders[chunk])));
            }
        }
        this.order = IntStream.range(0, candidate.rows())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -length(candidate, row)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** 0, 32, 64, 128 and so on, then the dimension: the first products are few because most candidates end there. */
    private static int[] borders(int dimension) {
        IntStream doubling = IntStream.iterate(32, it -> it < dimension, it -> it * 2);
        return IntStream.concat(IntStream.concat(IntStream.of(0), doubling), IntStream.of(dimension))
                .toArray();
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

    /** At least the length of the row's vector from the chunk on, scale left out. */
    float rest(int row, int chunk) {
        return rests[row * chunks() + chunk];
    }

    /** At least the length of the row's vector, scale included. */
    double length(Factor candidate, int row) {
        return (double) candidate.scale(row) * rest(row, 0);
    }
}
