package dev.clew.evaluation.metric;

import java.util.Arrays;

/** How often each item of the catalogue was shown, over all users' lists, and what that says of the recommender as a whole. */
public final class Exposure {
    private final long[] counts;

    /** @param counts times shown, one number for each item that may be recommended */
    public Exposure(long[] counts) {
        this.counts = counts.clone();
        Arrays.sort(this.counts);
    }

    /**
     * Catalogue coverage: the share of the catalogue that is in anybody's list.
     *
     * <p>Source: Herlocker et al., TOIS 2004; Ge et al., RecSys 2010.
     */
    public double coverage() {
        return (double) Arrays.stream(counts).filter(count -> count > 0).count() / counts.length;
    }

    /**
     * Gini index of the times shown: 0 if all items are shown as often, near 1 if one has all the places.
     *
     * <pre>{@code
     * G = (sum over items i = 1..n, least shown first: (2 i - n - 1) * times(i)) / (n * all times)
     * }</pre>
     *
     * <p>Source: Fleder and Hosanagar, Blockbuster culture's next rise or fall, Management Science 2009. NaN if nothing was shown.
     */
    public double gini() {
        double sum = 0;
        double total = 0;
        int n = counts.length;
        for (int i = 0; i < n; i++) {
            sum += (2.0 * (i + 1) - n - 1) * counts[i];
            total += counts[i];
        }
        return total == 0 ? Double.NaN : sum / (n * total);
    }
}
