package dev.clew.core.path;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipType;
import dev.clew.core.graph.Step;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import java.util.ArrayList;
import java.util.List;

/** The formula of {@link MetaPathRecommender} word for word: every walk on its own, over a plain list of relationships. */
final class NaiveWalks {
    private final History history;
    private final MetaPathParameters parameters;
    private final List<Edge> edges = new ArrayList<>();
    private final long masked;

    private record Edge(int typeIndex, int from, int to, double weight, long id) {
        int start(Direction direction) {
            return direction == Direction.OUT ? from : to;
        }
    }

    /** @param masked a relationship over which no walk goes and of which no action is made, although degrees and the total still count it */
    NaiveWalks(RecommendationGraph graph, History history, MetaPathParameters parameters, long masked) {
        this.history = history;
        this.parameters = parameters;
        this.masked = masked;
        for (RelationshipType type : graph.schema().relationshipTypes()) {
            Neighbours row = graph.neighbours(type, Direction.OUT);
            for (int node = 0; node < graph.nodeCount(); node++) {
                row.at(node);
                for (int i = 0; i < row.size(); i++) {
                    edges.add(new Edge(type.index(), node, row.node(i), row.weight(i), row.relationshipId(i)));
                }
            }
        }
    }

    List<Long> relationshipIds() {
        return edges.stream().map(Edge::id).distinct().toList();
    }

    double score(int item, List<MetaPath> paths) {
        double total = history.actions().stream()
                .mapToDouble(action -> Math.abs(action.weight()))
                .sum();
        double score = 0;
        for (MetaPath path : paths) {
            if (path.startsAtUser()) {
                double walks = walks(history.user(), item, path.steps(), parameters.historyExponent());
                score += parameters.weightOf(path) * walks;
                continue;
            }
            for (Action action : history.actions()) {
                if (action.weight() != 0 && action.relationshipId() != masked) {
                    double walks = walks(action.item(), item, path.steps(), parameters.historyExponent());
                    score += parameters.weightOf(path) * action.weight() / total * walks;
                }
            }
        }
        return score;
    }

    private double walks(int node, int item, List<Step> steps, double exponent) {
        Step step = steps.get(0);
        List<Step> rest = steps.subList(1, steps.size());
        double left = Math.pow(degree(node, step.type(), step.direction()), exponent);
        double sum = 0;
        for (Edge edge : edges) {
            if (edge.id() == masked
                    || edge.typeIndex() != step.type().index()
                    || edge.start(step.direction()) != node) {
                continue;
            }
            int next = edge.start(step.direction().reverse());
            if (!rest.isEmpty() && next != history.user()) {
                sum += edge.weight() / left * walks(next, item, rest, parameters.degreeExponentOf(rest.get(0)));
            } else if (rest.isEmpty() && next == item) {
                double back = degree(item, step.type(), step.direction().reverse());
                sum += edge.weight() / left / Math.pow(back, parameters.candidateExponent());
            }
        }
        return sum;
    }

    private double degree(int node, RelationshipType type, Direction direction) {
        return edges.stream()
                .filter(edge -> edge.typeIndex() == type.index() && edge.start(direction) == node)
                .mapToDouble(Edge::weight)
                .sum();
    }
}
