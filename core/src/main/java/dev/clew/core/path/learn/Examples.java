package dev.clew.core.path.learn;

import java.util.Arrays;
import java.util.List;

/**
 * What the paths say of some items of some users, as arrays: for each user first the held-out items, then those that stand for themselves, then those that stand
 * for the others of the catalogue, too. Each path's column is scaled, so that no path counts more for the size of its numbers.
 */
final class Examples {
    final int paths;
    /** Rows of one number a path. */
    private float[] features;

    private int rows;
    private int[] firstRow = new int[64];
    private int[] positives = new int[64];
    private int[] drawn = new int[64];
    private double[] drawnWeight = new double[64];
    private int users;
    /** What a column was divided by; 0 where it holds nothing. */
    private final double[] scale;

    Examples(int paths) {
        this.paths = paths;
        this.features = new float[64 * paths];
        this.scale = new double[paths];
    }

    /**
     * Adds a user.
     *
     * @param rowsOfUser the held-out items' rows first, drawn ones last
     * @param heldOut how many are held out
     * @param drawnOnes how many are drawn
     * @param weightOfDrawn how many items of the catalogue each of those stands for
     */
    void add(List<double[]> rowsOfUser, int heldOut, int drawnOnes, double weightOfDrawn) {
        if (users + 2 > firstRow.length) {
            firstRow = Arrays.copyOf(firstRow, users * 2);
            positives = Arrays.copyOf(positives, users * 2);
            drawn = Arrays.copyOf(drawn, users * 2);
            drawnWeight = Arrays.copyOf(drawnWeight, users * 2);
        }
        positives[users] = heldOut;
        drawn[users] = drawnOnes;
        drawnWeight[users] = weightOfDrawn;
        for (double[] row : rowsOfUser) {
            if ((rows + 1) * paths > features.length) {
                features = Arrays.copyOf(features, features.length * 2);
            }
            for (int path = 0; path < paths; path++) {
                features[rows * paths + path] = (float) row[path];
            }
            rows++;
        }
        firstRow[++users] = rows;
    }

    /** Divides each path's column by the root mean square of what it holds. Called once, after the last user. */
    void scaleColumns() {
        long[] counts = new long[paths];
        for (int i = 0; i < rows * paths; i++) {
            int path = i % paths;
            scale[path] += (double) features[i] * features[i];
            counts[path] += features[i] == 0 ? 0 : 1;
        }
        for (int path = 0; path < paths; path++) {
            scale[path] = counts[path] == 0 ? 0 : Math.sqrt(scale[path] / counts[path]);
        }
        for (int i = 0; i < rows * paths; i++) {
            double by = scale[i % paths];
            features[i] = by == 0 ? 0 : (float) (features[i] / by);
        }
    }

    double scale(int path) {
        return scale[path];
    }

    int users() {
        return users;
    }

    int firstRow(int user) {
        return firstRow[user];
    }

    int positives(int user) {
        return positives[user];
    }

    /** How many items the user's i-th row stands for. */
    double weight(int user, int i) {
        return i < rows(user) - drawn[user] ? 1 : drawnWeight[user];
    }

    int rows(int user) {
        return firstRow[user + 1] - firstRow[user];
    }

    double score(int row, double[] weights) {
        double score = 0;
        for (int path = 0, at = row * paths; path < paths; path++, at++) {
            score += weights[path] * features[at];
        }
        return score;
    }

    /** Adds a multiple of the row to the sums. */
    void addRow(int row, double factor, double[] sums) {
        for (int path = 0, at = row * paths; path < paths; path++, at++) {
            sums[path] += factor * features[at];
        }
    }
}
