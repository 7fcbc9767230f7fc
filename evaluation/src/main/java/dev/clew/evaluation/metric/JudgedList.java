package dev.clew.evaluation.metric;

import java.util.Arrays;

/**
 * A user's list and what of it was right: all that a {@link UserMetric} sees. Relevance is binary: an item is relevant if it is among the
 * user's held-out positive interactions.
 */
public final class JudgedList {
    private final int[] items;
    private final boolean[] hits;
    private final int relevantCount;
    private final int[] liked;

    /**
     * Compares a list with what was held out.
     *
     * @param items node numbers, best first, without repetition
     * @param relevant node numbers of the held-out items
     * @param liked node numbers of the items the user liked in the train graph, ascending
     */
    public JudgedList(int[] items, int[] relevant, int[] liked) {
        this.items = items.clone();
        this.liked = liked.clone();
        this.relevantCount = relevant.length;
        int[] sorted = relevant.clone();
        Arrays.sort(sorted);
        this.hits = new boolean[items.length];
        for (int i = 0; i < items.length; i++) {
            hits[i] = Arrays.binarySearch(sorted, items[i]) >= 0;
        }
    }

    /** How long the list is; shorter than asked for when the recommender had no more to say. */
    public int size() {
        return items.length;
    }

    /** The item at a place counted from 0. */
    public int item(int place) {
        return items[place];
    }

    /** Whether the item at a place counted from 0 is relevant. */
    public boolean isHit(int place) {
        return hits[place];
    }

    /** How many of the first k items are relevant. */
    public int hits(int k) {
        int count = 0;
        for (int i = 0; i < Math.min(k, hits.length); i++) {
            count += hits[i] ? 1 : 0;
        }
        return count;
    }

    /** How many items are relevant, whether they are in the list or not. */
    public int relevantCount() {
        return relevantCount;
    }

    /** How many items the user liked in the train graph. */
    public int likedCount() {
        return liked.length;
    }

    /** One of the items the user liked in the train graph, ascending. */
    public int liked(int place) {
        return liked[place];
    }
}
