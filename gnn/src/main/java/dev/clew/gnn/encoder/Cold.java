package dev.clew.gnn.encoder;

import dev.clew.gnn.matrix.DenseMatrix;
import dev.clew.gnn.matrix.SparseMatrix;
import dev.clew.gnn.matrix.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Items of one part as if nobody had acted on them yet: what users did to the others, and who will like these. */
final class Cold {
    private final SparseMatrix likes;
    private final SparseMatrix byItem;
    private final int[] fold;
    private final DenseMatrix vectors;

    /**
     * @param likes shape [users, items]
     * @param fold the part of each item
     * @param vectors of the items
     */
    Cold(SparseMatrix likes, int[] fold, DenseMatrix vectors) {
        this.likes = likes;
        this.byItem = likes.transposed();
        this.fold = fold;
        this.vectors = vectors;
    }

    /** The items of a part. */
    int[] items(int part) {
        return IntStream.range(0, fold.length)
                .filter(item -> fold[item] == part)
                .toArray();
    }

    /** Who likes which of some items: shape [users, chosen items]. */
    SparseMatrix likes(int[] items) {
        return byItem.rows(items).transposed();
    }

    /** Users by what they did to items of other parts: shape [chosen users, dimension]. */
    DenseMatrix users(int[] users, int part, Workers workers) {
        double[] kept = new double[fold.length];
        for (int item = 0; item < kept.length; item++) {
            kept[item] = fold[item] == part ? 0 : 1;
        }
        double[] ones = new double[users.length];
        Arrays.fill(ones, 1);
        return likes.rows(users).scaled(ones, kept).times(vectors, workers);
    }

    /** The items' own vectors. */
    DenseMatrix vectors(int[] items) {
        return vectors.rows(items);
    }

    /** Users with anything in the rows, evenly spread if there are more than so many. */
    static int[] withLikes(SparseMatrix likes, int most) {
        int[] all = IntStream.range(0, likes.rows())
                .filter(user -> likes.end(user) > likes.start(user))
                .toArray();
        int count = Math.min(most, all.length);
        return IntStream.range(0, count)
                .map(i -> all[(int) ((long) i * all.length / count)])
                .toArray();
    }
}
