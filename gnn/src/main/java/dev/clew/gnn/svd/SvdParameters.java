package dev.clew.gnn.svd;

/**
 * Settings of the randomised singular value decomposition.
 *
 * @param rank singular vectors wanted, at least 1; fewer come where the matrix has fewer
 * @param oversampling further directions that are followed and then dropped, at least 0; more make the last vectors exacter
 * @param iterations how often the matrix and its transpose are applied before the decomposition, at least 1; more make all vectors exacter
 * @param seed of the random directions to start with
 */
public record SvdParameters(int rank, int oversampling, int iterations, long seed) {
    public SvdParameters {
        atLeast("rank", rank, 1);
        atLeast("oversampling", oversampling, 0);
        atLeast("iterations", iterations, 1);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least " + least + ".");
        }
    }

    /** Directions followed in a matrix of this size. */
    int directions(int rows, int columns) {
        return (int) Math.min((long) rank + oversampling, Math.min(rows, columns));
    }
}
