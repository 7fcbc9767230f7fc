package dev.clew.core.pagerank;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;

/** The slow reference: the whole transition matrix, and the sum over steps until what is left of it is rounding. */
final class DensePageRank {
    private final double[][] transition;
    final double[] total;
    final double[] count;

    DensePageRank(RecommendationGraph graph, PageRankParameters parameters) {
        int n = graph.nodeCount();
        transition = new double[n][n];
        total = new double[n];
        count = new double[n];
        for (RelationshipType type : graph.schema().relationshipTypes()) {
            double typeWeight = parameters.typeWeights().getOrDefault(type.name(), 1.0);
            for (int source = 0; source < n && typeWeight > 0; source++) {
                Neighbours row = graph.neighbours(type, Direction.OUT).at(source);
                for (int i = 0; i < row.size(); i++) {
                    add(source, row.node(i), typeWeight * row.weight(i));
                    add(row.node(i), source, typeWeight * row.weight(i));
                }
            }
        }
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                transition[x][y] = total[x] == 0 ? (x == y ? 1 : 0) : transition[x][y] / total[x];
            }
        }
    }

    private void add(int x, int y, double weight) {
        transition[x][y] += weight;
        total[x] += weight;
        count[x]++;
    }

    boolean hasLoneNode() {
        return java.util.Arrays.stream(total).anyMatch(weight -> weight == 0);
    }

    double chance(int x, int y) {
        return transition[x][y];
    }

    /** alpha * sum over k of (1 - alpha)^k s P^k. */
    double[] scores(double[] seeds, double alpha) {
        double[] walking = seeds.clone();
        double[] scores = new double[seeds.length];
        for (double left = 1; left > 1e-15; left *= 1 - alpha) {
            for (int node = 0; node < scores.length; node++) {
                scores[node] += alpha * walking[node];
            }
            walking = step(walking, 1 - alpha);
        }
        return scores;
    }

    private double[] step(double[] from, double factor) {
        double[] to = new double[from.length];
        for (int x = 0; x < from.length; x++) {
            for (int y = 0; y < to.length; y++) {
                to[y] += factor * from[x] * transition[x][y];
            }
        }
        return to;
    }
}
