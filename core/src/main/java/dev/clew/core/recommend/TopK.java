package dev.clew.core.recommend;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** Picks the best items a query may have, best first, ties in the order of their declared keys. Cost: O(scored + kept log k). */
public final class TopK {
    /** A history of more actions is asked about at once: among a million items scored, most may be the user's own. */
    private static final int FEW = 64;

    private final RecommendationGraph graph;
    private final Query query;
    private final IntPredicate isActedOn;
    private final NodeType itemType;
    private final Comparator<Recommendation> bestFirst;
    private final PriorityQueue<Recommendation> worstOnTop;

    private TopK(RecommendationGraph graph, Query query) {
        this.graph = graph;
        this.query = query;
        this.isActedOn =
                query.history().actions().size() > FEW ? query.history().items()::get : query.history()::includes;
        this.itemType = graph.schema().item();
        this.bestFirst = Comparator.comparingDouble(Recommendation::score)
                .reversed()
                .thenComparing((a, b) -> itemType.keyType().compare(graph.key(a.item()), graph.key(b.item())));
        this.worstOnTop = new PriorityQueue<>(bestFirst.reversed());
    }

    /** The best of all scored nodes that are items with a score above 0. */
    public static List<Recommendation> of(RecommendationGraph graph, Query query, NodeScores scores) {
        TopK top = new TopK(graph, query);
        scores.visitFrom(Double.MIN_VALUE, (node, score) -> {
            top.offer(node, score);
            return Math.max(Double.MIN_VALUE, top.bar());
        });
        return top.bestFirst();
    }

    /** For a recommender that offers items as it goes and stops early. */
    public static TopK offering(RecommendationGraph graph, Query query) {
        return new TopK(graph, query);
    }

    /** A score below this is not among the best any more; 0 while there is room. */
    public double bar() {
        Recommendation worst = worstOnTop.peek();
        return worst == null || worstOnTop.size() < query.k() ? 0 : worst.score();
    }

    /** Takes the node if it may be recommended and its score is above 0 and among the best so far. Offer a node once. */
    public void offer(int node, double score) {
        if (score > 0 && beatsWorst(node, score) && isAllowed(node)) {
            worstOnTop.add(new Recommendation(node, score, null));
            if (worstOnTop.size() > query.k()) {
                worstOnTop.remove();
            }
        }
    }

    /** Ties are decided before anything is kept: a graph may have a million items of the same score. */
    private boolean beatsWorst(int node, double score) {
        Recommendation worst = worstOnTop.peek();
        if (worst == null || worstOnTop.size() < query.k() || score > worst.score()) {
            return true;
        }
        return score == worst.score()
                && graph.contains(node)
                && graph.nodeType(node).role() == NodeRole.ITEM
                && itemType.keyType().compare(graph.key(node), graph.key(worst.item())) < 0;
    }

    private boolean isAllowed(int node) {
        return graph.contains(node)
                && graph.nodeType(node).role() == NodeRole.ITEM
                && !isActedOn.test(node)
                && graph.isAvailable(node, query.asOfMillis())
                && query.candidate().test(node);
    }

    /** The best of those offered, best first. */
    public List<Recommendation> bestFirst() {
        List<Recommendation> items = new ArrayList<>(worstOnTop);
        items.sort(bestFirst);
        return items;
    }
}
