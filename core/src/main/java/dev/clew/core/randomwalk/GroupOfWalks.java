package dev.clew.core.randomwalk;

import dev.clew.core.graph.RecommendationGraph;

/** Walks some walks that begin evenly spread over a part of the starts, one in each of as many slices. */
final class GroupOfWalks {
    private final StartTable table;
    private final RandomSteps steps;
    private final WalkRandom random;
    private final double alpha;

    GroupOfWalks(StartTable table, RandomSteps steps, WalkRandom random, double alpha) {
        this.table = table;
        this.steps = steps;
        this.random = random;
        this.alpha = alpha;
    }

    /**
     * Walks.
     *
     * @param begin of the part of the starts, {@code width} wide
     * @param firstWalk number of the first of the walks
     * @param deposits what is left is added to them
     * @return false if the meter refused
     */
    boolean walk(double begin, double width, long firstWalk, int size, Deposits deposits) {
        double end = Math.nextDown(begin + width);
        for (int i = 0; i < size; i++) {
            random.startWalk(firstWalk + i);
            double position = begin + (i + random.nextDouble()) / size * width;
            if (!walk(Math.min(position, end), deposits)) {
                return false;
            }
        }
        return true;
    }

    /**
     * One walk. With y_i(t) the chance to be at t one step after i steps and those that are forced, what is to be estimated is alpha * sum of (1 - alpha)^i y_i. Two and two
     * together, as a walk over users and items is at an item every other step only, that is (1 - (1 - alpha)^2) * sum of (1 - alpha)^2i * (y_2i + (1 - alpha) * y_(2i+1)) / (2 -
     * alpha). So the walk goes on by two steps with the chance (1 - alpha)^2, and where it ends, and one step on, the next step is shared out.
     */
    private boolean walk(double position, Deposits deposits) {
        int index = table.at(position);
        double choice = table.within(index, position);
        int node = table.start(index).item();
        for (int left = length(table.start(index)); left > 0 && node != RecommendationGraph.NO_NODE; left--) {
            node = steps.step(node, choice);
            choice = random.nextDouble();
        }
        if (node == RecommendationGraph.NO_NODE || !steps.shareOut(index, node, 1 / (2 - alpha), deposits)) {
            return false;
        }
        int last = steps.step(node, choice);
        return last != RecommendationGraph.NO_NODE && steps.shareOut(index, last, (1 - alpha) / (2 - alpha), deposits);
    }

    private int length(Start start) {
        int length = start.forcedSteps();
        while (random.nextDouble() < (1 - alpha) * (1 - alpha)) {
            length += 2;
        }
        return length;
    }
}
