package dev.clew.core.path.learn;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.path.PathScores;
import dev.clew.core.path.ScoredItems;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.WorkMeter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Chooses the items that a user's held-out ones are to be told from: those that a path alone, or all of them as weighted now, would recommend first, and some
 * drawn from the rest of the catalogue, which stand for all of it.
 */
final class ExampleMaker {
    private final RecommendationGraph graph;
    private final PathScores scores;
    private final double[] weights;
    private final int candidates;
    private final RandomGenerator random;
    private final int[] catalogue;
    private final NodeScores sums;

    ExampleMaker(RecommendationGraph graph, PathScores scores, int candidates, RandomGenerator random) {
        this.graph = graph;
        this.scores = scores;
        this.weights = scores.weights();
        this.candidates = candidates;
        this.random = random;
        this.catalogue = IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).role() == NodeRole.ITEM)
                .toArray();
        this.sums = new NodeScores(graph.nodeCount());
    }

    /** Adds a user; false if there was no budget left for it. */
    boolean addTo(Examples examples, int user, int[] heldOut, WorkMeter meter) {
        History history = History.of(graph, user);
        List<ScoredItems> scored = scores.of(graph, history, meter);
        if (!meter.spend(1)) {
            return false;
        }
        ScoredItems now = weighted(scored);
        double largest = now.largest();
        Set<Integer> rivals = rivals(scored, now);
        for (int item : heldOut) {
            rivals.remove(item);
        }
        BitSet taken = history.items();
        IntStream.of(heldOut).forEach(taken::set);
        rivals.forEach(taken::set);
        Set<Integer> drawn = drawn(taken);
        List<double[]> rows = new ArrayList<>();
        for (int item : heldOut) {
            rows.add(row(scored, item, largest));
        }
        rivals.forEach(item -> rows.add(row(scored, item, largest)));
        drawn.forEach(item -> rows.add(row(scored, item, largest)));
        double restOfCatalogue = catalogue.length - taken.cardinality();
        examples.add(rows, heldOut.length, drawn.size(), restOfCatalogue / Math.max(1, drawn.size()));
        return true;
    }

    /** The items' features, in parts of the user's best score of today. */
    private static double[] row(List<ScoredItems> scored, int item, double largest) {
        double by = largest > 0 ? largest : 1;
        return scored.stream().mapToDouble(path -> path.scoreOf(item) / by).toArray();
    }

    private Set<Integer> rivals(List<ScoredItems> scored, ScoredItems now) {
        Set<Integer> rivals = new TreeSet<>();
        addBest(rivals, now, candidates / 2);
        scored.forEach(path -> addBest(rivals, path, Math.max(4, candidates / 4 / scored.size())));
        return rivals;
    }

    /** Items of the catalogue that are not taken. */
    private Set<Integer> drawn(BitSet taken) {
        Set<Integer> drawn = new TreeSet<>();
        for (int i = 0; i < candidates / 4; i++) {
            int item = catalogue[random.nextInt(catalogue.length)];
            if (!taken.get(item)) {
                drawn.add(item);
            }
        }
        return drawn;
    }

    private static void addBest(Set<Integer> rivals, ScoredItems scored, int most) {
        PriorityQueue<Double> best = new PriorityQueue<>();
        for (int i = 0; i < scored.size(); i++) {
            if (best.size() < most) {
                best.add(scored.score(i));
            } else if (scored.score(i) > best.element()) {
                best.remove();
                best.add(scored.score(i));
            }
        }
        double bar = best.isEmpty() ? 0 : best.element();
        long above = best.stream().filter(score -> score > bar).count();
        for (int i = 0, ties = 0; i < scored.size(); i++) {
            boolean tie = scored.score(i) == bar && ties < most - above;
            ties += tie ? 1 : 0;
            if (tie || scored.score(i) > bar) {
                rivals.add(scored.item(i));
            }
        }
    }

    /** All paths together as weighted now. */
    private ScoredItems weighted(List<ScoredItems> scored) {
        sums.clear();
        for (int path = 0; path < weights.length; path++) {
            ScoredItems one = scored.get(path);
            for (int i = 0; i < one.size(); i++) {
                sums.add(one.item(i), weights[path] * one.score(i));
            }
        }
        return ScoredItems.of(sums, item -> true);
    }
}
