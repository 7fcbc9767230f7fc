package dev.clew.core.recommend;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** Picks the best items a query may have, best first, ties in the order of their declared keys. Cost: O(scored + kept log k). */
public final class TopK {
    private static final int FIRST_ROOM = 32;

    private final RecommendationGraph graph;
    private final Query query;
    private final IntPredicate isActedOn;
    private final BitSet leftOut;
    /** The best so far, as a binary heap with the worst of them on top: compared a hundred times an answer, so without objects. */
    private int[] items;

    private double[] scores;
    private int count;

    private TopK(RecommendationGraph graph, Query query) {
        this.graph = graph;
        this.query = query;
        boolean many = query.history().isTruncated();
        this.leftOut = many ? query.history().items() : new BitSet(0);
        this.isActedOn = many ? leftOut::get : query.history().membership();
        this.items = new int[Math.min(query.k(), FIRST_ROOM)];
        this.scores = new double[items.length];
    }

    /** The best of all scored nodes that are items with a score above 0. */
    public static List<Recommendation> of(RecommendationGraph graph, Query query, NodeScores scores) {
        TopK top = new TopK(graph, query);
        scores.visitFrom(top.bar(), top.leftOut(), (node, score) -> {
            top.offer(node, score);
            return top.bar();
        });
        return top.bestFirst();
    }

    /** For a recommender that offers items as it goes and stops early. */
    public static TopK offering(RecommendationGraph graph, Query query) {
        return new TopK(graph, query);
    }

    /** A score below this is not among the best any more: above 0 even while there is room, since no other is. */
    public double bar() {
        return hasRoom() ? Double.MIN_VALUE : scores[0];
    }

    /** Whether fewer than asked for were taken so far. */
    public boolean hasRoom() {
        return count < query.k();
    }

    /** Takes the node if it may be recommended and its score is above 0 and among the best so far. Offer a node once. */
    public void offer(int node, double score) {
        if (!(score > 0) || !beatsWorst(node, score) || !isAllowed(node)) {
            return;
        }
        if (hasRoom()) {
            makeRoom();
            rise(count++, node, score);
        } else {
            sink(node, score);
        }
    }

    /** Ties are decided before anything is kept: a graph may have a million items of the same score. */
    private boolean beatsWorst(int node, double score) {
        if (hasRoom() || score > scores[0]) {
            return true;
        }
        return score == scores[0] && mayBeAllowed(node) && isWorse(0, node, score);
    }

    /** Whether what is at a place of the heap stands behind an item in the list. */
    private boolean isWorse(int place, int item, double score) {
        return scores[place] == score ? graph.compareKeys(items[place], item) > 0 : scores[place] < score;
    }

    private void makeRoom() {
        if (count == items.length) {
            int room = (int) Math.min(query.k(), 2L * count);
            items = Arrays.copyOf(items, room);
            scores = Arrays.copyOf(scores, room);
        }
    }

    private void rise(int from, int item, double score) {
        int place = from;
        while (place > 0 && !isWorse((place - 1) / 2, item, score)) {
            move((place - 1) / 2, place);
            place = (place - 1) / 2;
        }
        put(place, item, score);
    }

    /** In place of the worst. */
    private void sink(int item, double score) {
        int place = 0;
        for (int child = worseChild(0); child < count && isWorse(child, item, score); child = worseChild(place)) {
            move(child, place);
            place = child;
        }
        put(place, item, score);
    }

    private int worseChild(int place) {
        int left = 2 * place + 1;
        return left + 1 < count && isWorse(left + 1, items[left], scores[left]) ? left + 1 : left;
    }

    private void move(int from, int to) {
        put(to, items[from], scores[from]);
    }

    private void put(int place, int item, double score) {
        items[place] = item;
        scores[place] = score;
    }

    /** Whether the query may have the node: worth asking first where most are left out and a score costs much. */
    public boolean isAllowed(int node) {
        return mayBeAllowed(node)
                && graph.isAvailable(node, query.asOfMillis())
                && query.candidate().test(node);
    }

    /**
     * What need not be offered: all that the user acted on, if that may be most of what is scored, else nothing. Worth leaving out before scores are worked
     * out. Not to be changed.
     */
    public BitSet leftOut() {
        return leftOut;
    }

    /** First what leaves most out: somebody may have acted on a million items. */
    private boolean mayBeAllowed(int node) {
        return !isActedOn.test(node)
                && graph.contains(node)
                && graph.nodeType(node).role() == NodeRole.ITEM;
    }

    /** The best of those offered, best first. */
    public List<Recommendation> bestFirst() {
        List<Recommendation> list = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            list.add(new Recommendation(items[place], scores[place], null));
        }
        list.sort(this::compare);
        return list;
    }

    private int compare(Recommendation a, Recommendation b) {
        return a.score() == b.score() ? graph.compareKeys(a.item(), b.item()) : Double.compare(b.score(), a.score());
    }
}
