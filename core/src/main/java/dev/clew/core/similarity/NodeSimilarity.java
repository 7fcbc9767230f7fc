package dev.clew.core.similarity;

import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.NodeScoresPool;
import dev.clew.core.graph.NodeType;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.WorkMeter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

/**
 * Compares nodes by a {@link SimilarityMeasure}. A node is a vector: for each node at the end of its walks, how it is joined to it. The vector of one of
 * the two is laid out, and
 *
 * <ul>
 *   <li>{@link #between} meets it with the vector of the other;
 *   <li>{@link #mostSimilar} walks back from each of its nodes, which finds all nodes that share anything, and sums what each shares. The vectors
 *       of those that can still be among the best are then measured one by one.
 * </ul>
 *
 * <p>Cost: of a pair, the relationships of both nodes (for a longer path, of the nodes on the way); of the most similar nodes, the relationships of
 * the node's neighbours, and those of the nodes measured. Memory: three sums for the nodes reached, used again by the next call. Only relationships
 * that the graph walks count, so a rejected item is nobody's neighbour.
 *
 * <p>A search that its budget ends goes on for {@value #GRACE} more batches, to rank what it has found: what two nodes share may then have been seen in
 * part, so similarities are lower bounds, except for preferential attachment, which is exact for whatever was found.
 */
public final class NodeSimilarity {
    /** Batches of work for ranking after the budget is used up: a millisecond or two, and the same in every run. */
    private static final int GRACE = 64;

    private static final NodeScoresPool POOL = new NodeScoresPool();

    private NodeSimilarity() {}

    /**
     * The similarity of two nodes.
     *
     * @return empty if the budget ended before everything was looked at
     */
    public static OptionalDouble between(
            RecommendationGraph graph, SimilarityMeasure measure, int a, int b, Budget budget) {
        try (Search search = new Search(graph, measure, new WorkMeter(budget))) {
            return search.between(a, b);
        }
    }

    /**
     * The nodes of the same type that are most like a node and share at least one neighbour with it, itself left out.
     *
     * @param k most nodes wanted
     */
    public static SimilarNodes mostSimilar(
            RecommendationGraph graph, SimilarityMeasure measure, int node, int k, Budget budget) {
        if (k < 1) {
            throw new IllegalArgumentException("k (" + k + ") must be at least 1.");
        }
        WorkMeter meter = new WorkMeter(budget);
        try (Search search = new Search(graph, measure, meter)) {
            search.shareWith(node);
            List<SimilarNodes.SimilarNode> best = search.best(node, k);
            return new SimilarNodes(best, meter.stoppedBy(), meter.workDone());
        }
    }

    /** One call's sums. */
    private static final class Search implements AutoCloseable {
        private final RecommendationGraph graph;
        private final SimilarityMeasure measure;
        private final SimilarityIndex index;
        private final WorkMeter meter;
        private final NodeScores merged;
        private final NodeScores shared;
        private NodeScores here;
        private NodeScores next;
        private Norm norm = new Norm(0, 0);

        Search(RecommendationGraph graph, SimilarityMeasure measure, WorkMeter meter) {
            this.graph = graph;
            this.measure = measure;
            this.index = measure.index();
            this.meter = meter;
            this.merged = POOL.borrow(graph.nodeCount());
            this.shared = POOL.borrow(graph.nodeCount());
            this.here = POOL.borrow(graph.nodeCount());
            this.next = POOL.borrow(graph.nodeCount());
        }

        @Override
        public void close() {
            POOL.giveBack(merged);
            POOL.giveBack(shared);
            POOL.giveBack(here);
            POOL.giveBack(next);
        }

        OptionalDouble between(int a, int b) {
            List<Layer> layers = layers(meter);
            if (!layOut(a, layers)) {
                return OptionalDouble.empty();
            }
            Norm ofA = normOfHere();
            int count = here.list();
            for (int i = 0; i < count; i++) {
                shared.add(here.listed(i), here.get(here.listed(i)));
            }
            if (!layOut(b, layers)) {
                return OptionalDouble.empty();
            }
            double common = commonWithHere(layers.get(layers.size() - 1));
            return OptionalDouble.of(index.similarity(common, ofA, normOfHere()));
        }

        private double commonWithHere(Layer last) {
            double common = 0;
            int count = here.list();
            for (int i = 0; i < count; i++) {
                int node = here.listed(i);
                double value = shared.get(node);
                common += value == 0 ? 0 : index.common(value, here.get(node), last.degree(node));
            }
            return common;
        }

        /** Sums in {@code shared} what each node has in common with this one, or as much of it as the budget allows. */
        void shareWith(int node) {
            List<Layer> layers = layers(meter);
            boolean complete = layOut(node, layers);
            norm = normOfHere();
            for (int layer = layers.size() - 1; layer > 0 && complete; layer--) {
                complete = push(layers.get(layer)::backward);
            }
            Layer first = layers.get(0);
            int count = here.list();
            for (int i = 0; i < count && complete; i++) {
                int met = here.listed(i);
                double value = here.get(met);
                double degree = first.degree(met);
                complete = first.backward(met, (other, back) -> shared.add(other, index.common(value, back, degree)));
            }
        }

        /** The best of those in {@code shared}, ranked within what is left of the budget and, if that is not enough, the grace. */
        List<SimilarNodes.SimilarNode> best(int node, int k) {
            Best best = new Best(graph, graph.nodeType(node), k);
            int count = shared.list();
            int ranked = rank(node, 0, count, meter, best);
            rank(node, ranked, count, new WorkMeter(new Budget(GRACE, Budget.NO_DEADLINE)), best);
            return best.bestFirst();
        }

        /** Offers the listed nodes from one on to before another; returns the first for which there was no budget. */
        private int rank(int node, int from, int to, WorkMeter spending, Best best) {
            List<Layer> layers = layers(spending);
            for (int i = from; i < to; i++) {
                int other = shared.listed(i);
                if (!spending.spend(1)) {
                    return i;
                }
                if (other != node && best.takes(other) && index.atMost(shared.get(other), norm) >= best.worst()) {
                    if (!layOut(other, layers)) {
                        return i;
                    }
                    best.offer(other, index.similarity(shared.get(other), norm, normOfHere()));
                }
            }
            return to;
        }

        /** Lays the node's vector out {@code here}. */
        private boolean layOut(int node, List<Layer> layers) {
            here.clear();
            here.add(node, 1);
            for (Layer layer : layers) {
                if (!push(layer::forward)) {
                    return false;
                }
            }
            return true;
        }

        /** Carries what is {@code here} over a layer, where it is {@code here} again. */
        private boolean push(Walk walk) {
            next.clear();
            boolean complete = true;
            int count = here.list();
            for (int i = 0; i < count && complete; i++) {
                int node = here.listed(i);
                double value = here.get(node);
                complete = walk.from(node, (met, weight) -> next.add(met, value * weight));
            }
            NodeScores left = here;
            here = next;
            next = left;
            return complete;
        }

        private Norm normOfHere() {
            double sum = 0;
            double squares = 0;
            int count = here.list();
            for (int i = 0; i < count; i++) {
                double value = here.get(here.listed(i));
                sum += value;
                squares += value * value;
            }
            return new Norm(sum, squares);
        }

        private List<Layer> layers(WorkMeter spending) {
            return measure.layers().stream()
                    .map(steps -> new Layer(graph, steps, counting(), spending, merged))
                    .toList();
        }

        private Layer.Counting counting() {
            if (measure.weighted()) {
                return Layer.Counting.WEIGHT;
            }
            return index == SimilarityIndex.PATH_SIM ? Layer.Counting.NUMBER : Layer.Counting.PRESENCE;
        }

        /** One way to leave a node. */
        private interface Walk {
            boolean from(int node, Layer.Visitor visitor);
        }
    }

    /** The k best so far. */
    private static final class Best {
        private final RecommendationGraph graph;
        private final NodeType type;
        private final int k;
        private final Comparator<SimilarNodes.SimilarNode> bestFirst;
        private final PriorityQueue<SimilarNodes.SimilarNode> worstOnTop;

        Best(RecommendationGraph graph, NodeType type, int k) {
            this.graph = graph;
            this.type = type;
            this.k = k;
            this.bestFirst = Comparator.comparingDouble(SimilarNodes.SimilarNode::similarity)
                    .reversed()
                    .thenComparing((a, b) -> type.keyType().compare(graph.key(a.node()), graph.key(b.node())));
            this.worstOnTop = new PriorityQueue<>(bestFirst.reversed());
        }

        boolean takes(int node) {
            return graph.contains(node) && graph.nodeType(node).index() == type.index();
        }

        /** What a similarity must reach to matter. */
        double worst() {
            SimilarNodes.SimilarNode worst = worstOnTop.peek();
            return worst == null || worstOnTop.size() < k ? Double.NEGATIVE_INFINITY : worst.similarity();
        }

        void offer(int node, double similarity) {
            worstOnTop.add(new SimilarNodes.SimilarNode(node, similarity));
            if (worstOnTop.size() > k) {
                worstOnTop.remove();
            }
        }

        List<SimilarNodes.SimilarNode> bestFirst() {
            List<SimilarNodes.SimilarNode> nodes = new ArrayList<>(worstOnTop);
            nodes.sort(bestFirst);
            return nodes;
        }
    }
}
