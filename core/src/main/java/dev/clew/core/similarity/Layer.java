package dev.clew.core.similarity;

import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeScores;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.Step;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;

/** One step over several relationship types at once, forwards or back. Each node reached is met once, however many relationships lead there. */
final class Layer {
    private final Neighbours[] forward;
    private final Neighbours[] backward;
    private final Counting counting;
    private final WorkMeter meter;
    /** Sums of what several rows say of the same node; empty between visits. */
    private final NodeScores merged;

    /** What a node's value is when it is reached over relationships. */
    enum Counting {
        /** 1. */
        PRESENCE,
        /** How many there are. */
        NUMBER,
        /** The sum of their weights. */
        WEIGHT
    }

    /** Meets a node. */
    @FunctionalInterface
    interface Visitor {
        void visit(int node, double value);
    }

    Layer(RecommendationGraph graph, List<Step> steps, Counting counting, WorkMeter meter, NodeScores merged) {
        this.forward = steps.stream()
                .map(step -> graph.neighbours(step.type(), step.direction()))
                .toArray(Neighbours[]::new);
        this.backward = steps.stream()
                .map(Step::reverse)
                .map(step -> graph.neighbours(step.type(), step.direction()))
                .toArray(Neighbours[]::new);
        this.counting = counting;
        this.meter = meter;
        this.merged = merged;
    }

    /** Visits the nodes that the node is joined to; false if the budget ended before all were met. */
    boolean forward(int node, Visitor visitor) {
        return visit(forward, node, visitor);
    }

    /** Visits the nodes that are joined to the node. */
    boolean backward(int node, Visitor visitor) {
        return visit(backward, node, visitor);
    }

    /** By how many relationships nodes are joined to the node. */
    double degree(int node) {
        return size(backward, node);
    }

    private static long size(Neighbours[] rows, int node) {
        long size = 0;
        for (Neighbours row : rows) {
            size += row.at(node).size();
        }
        return size;
    }

    private boolean visit(Neighbours[] rows, int node, Visitor visitor) {
        long all = size(rows, node);
        for (Neighbours row : rows) {
            if (row.size() == all) {
                return meter.spend(1) && visitRow(row, visitor);
            }
        }
        boolean complete = merge(rows);
        int count = merged.list();
        for (int i = 0; i < count && complete; i++) {
            int met = merged.listed(i);
            visitor.visit(met, counting == Counting.PRESENCE ? 1 : merged.get(met));
        }
        merged.clear();
        return complete;
    }

    private boolean merge(Neighbours[] rows) {
        for (Neighbours row : rows) {
            if (!visitRow(row, merged::add)) {
                return false;
            }
        }
        return true;
    }

    /** The relationships to one node stand together in a row. */
    private boolean visitRow(Neighbours row, Visitor visitor) {
        int size = row.size();
        int node = RecommendationGraph.NO_NODE;
        double value = 0;
        for (int i = 0; i < size; i++) {
            if (i % Budget.BATCH == 0 && !meter.spend(Math.min(Budget.BATCH, size - i))) {
                return false;
            }
            if (row.node(i) != node) {
                if (i > 0) {
                    visitor.visit(node, value);
                }
                node = row.node(i);
                value = 0;
            }
            value = value(value, row, i);
        }
        if (size > 0) {
            visitor.visit(node, value);
        }
        return true;
    }

    private double value(double before, Neighbours row, int i) {
        return switch (counting) {
            case PRESENCE -> 1;
            case NUMBER -> before + 1;
            case WEIGHT -> before + row.weight(i);
        };
    }
}
