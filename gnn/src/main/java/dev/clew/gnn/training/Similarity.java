package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;
import java.util.function.IntToDoubleFunction;

/**
 * How a user and an item are compared while learning:
 *
 * <pre>{@code
 * product: s(u, i) = u . v(i)        cosine: s(u, i) = length(i) * u . v(i) / (|u| |v(i)| temperature)
 * }</pre>
 *
 * With cosines no item can win by learning to be long: its length is given. The temperature says how much a user's best items stand out; a loss then
 * looks at the hardest items most. The user's length changes no order, so that whoever asks needs candidates of these lengths only.
 *
 * <p>Source: Wu et al., On the effectiveness of sampled softmax loss for item recommendation, ACM TOIS 2024.
 */
public final class Similarity {
    /** Products of vectors as they are. */
    public static final Similarity PRODUCT = new Similarity(Double.NaN, item -> 1);

    private final double temperature;
    private final IntToDoubleFunction length;

    private Similarity(double temperature, IntToDoubleFunction length) {
        this.temperature = temperature;
        this.length = length;
    }

    /**
     * @param temperature greater than 0
     * @param length how long each item is, greater than 0
     */
    public static Similarity cosine(double temperature, IntToDoubleFunction length) {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("temperature (" + temperature + ") must be greater than 0.");
        }
        return new Similarity(temperature, length);
    }

    RowsOfLength users(DenseMatrix users) {
        return isProduct() ? RowsOfLength.asTheyAre(users) : RowsOfLength.of(user -> 1, users);
    }

    RowsOfLength candidates(DenseMatrix candidates) {
        return isProduct()
                ? RowsOfLength.asTheyAre(candidates)
                : RowsOfLength.of(item -> length.applyAsDouble(item) / temperature, candidates);
    }

    /** The vectors that are asked, with which the user's product is the score but for the user's length. */
    ItemFactors served(ItemFactors items) {
        return new ItemFactors(items.history(), candidates(items.candidate()).rows());
    }

    private boolean isProduct() {
        return Double.isNaN(temperature);
    }

    @Override
    public String toString() {
        return isProduct() ? "product" : "cosine over " + temperature;
    }
}
