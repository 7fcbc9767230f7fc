package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;

/**
 * How a user and an item are compared while learning:
 *
 * <pre>{@code
 * product: s(u, i) = u . v(i)        cosine: s(u, i) = u . v(i) / (|u| |v(i)| temperature)
 * }</pre>
 *
 * With cosines no item can win by being long, and the temperature says how much a user's best items stand out; a loss then
 * looks at the hardest items most. The user's length changes no order, so that whoever asks needs equally long candidates only.
 *
 * <p>Source: Wu et al., On the effectiveness of sampled softmax loss for item recommendation, ACM TOIS 2024.
 */
public final class Similarity {
    /** Products of vectors as they are. */
    public static final Similarity PRODUCT = new Similarity(Double.NaN);

    private final double temperature;

    private Similarity(double temperature) {
        this.temperature = temperature;
    }

    /** @param temperature greater than 0 */
    public static Similarity cosine(double temperature) {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("temperature (" + temperature + ") must be greater than 0.");
        }
        return new Similarity(temperature);
    }

    EqualRows users(DenseMatrix users) {
        return isProduct() ? EqualRows.asTheyAre(users) : EqualRows.ofLength(1, users);
    }

    EqualRows candidates(DenseMatrix candidates) {
        return isProduct() ? EqualRows.asTheyAre(candidates) : EqualRows.ofLength(1 / temperature, candidates);
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
