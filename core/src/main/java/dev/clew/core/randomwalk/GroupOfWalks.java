package dev.clew.core.randomwalk;

import dev.clew.core.graph.RecommendationGraph;

/** Walks some walks that begin evenly spread over a part of the starts, one in each of as many slices. */
final class GroupOfWalks {
    private final StartTable table;
    private final RandomSteps steps;
    private final WalkRandom random;
    private final double alpha;
    /** The chance to go on where a walk may end. */
    private final double goesOn;

    private final boolean inPairs;

    /**
     * Walks of one answer.
     *
     * @param inPairs whether, from a start whose first two steps are summed, of every two walks one ends after these and the other goes on, and they count what there should be of their
     *     kind: more go on than would by chance
     */
    GroupOfWalks(StartTable table, RandomSteps steps, WalkRandom random, double alpha, boolean inPairs) {
        this.table = table;
        this.steps = steps;
        this.random = random;
        this.alpha = alpha;
        this.goesOn = (1 - alpha) * (1 - alpha);
        this.inPairs = inPairs;
    }

    /** What a walk from a start counts. */
    private double counts(Start start, boolean ends) {
        if (!inPairs || !start.isSummed()) {
            return 1;
        }
        return 2 * (ends ? 1 - goesOn : goesOn);
    }

    /** The most that a walk counts. */
    double heaviest() {
        return table.starts().stream()
                .mapToDouble(start -> Math.max(counts(start, true), counts(start, false)))
                .max()
                .orElse(1);
    }

    /** The most that a walk counts of those that are not {@linkplain Deposits#isNear near}. */
    double heaviestFar() {
        return table.starts().stream()
                .mapToDouble(start -> counts(start, false))
                .max()
                .orElse(1);
    }

    /**
     * Walks.
     *
     * @param begin of the part of the starts, {@code width} wide
     * @param firstWalk number of the first of the walks
     * @param size how many, an even number where they are in pairs
     * @param deposits what is left is added to them
     * @return false if the meter refused
     */
    boolean walk(double begin, double width, long firstWalk, int size, Deposits deposits) {
        double end = Math.nextDown(begin + width);
        int each = inPairs ? 2 : 1;
        int slices = size / each;
        for (int i = 0; i < size; i++) {
            random.startWalk(firstWalk + i);
            int slice = i / each;
            double position = begin + (slice + random.nextDouble()) / slices * width;
            if (!walk(Math.min(position, end), i % 2 == 0, deposits)) {
                return false;
            }
        }
        return true;
    }

    /**
     * One walk. With y_i(t) the chance to be at t one step after i steps and those that are forced, what is to be estimated is alpha * sum of (1 - alpha)^i y_i. Two and two
     * together, as a walk over users and items is at an item every other step only, that is (1 - (1 - alpha)^2) * sum of (1 - alpha)^2i * (y_2i + (1 - alpha) * y_(2i+1)) / (2 -
     * alpha). So the walk goes on by two steps with the chance (1 - alpha)^2, and where it ends, and one step on, the next step is shared out.
     *
     * @param isFirst whether it is the first of a pair
     */
    private boolean walk(double position, boolean isFirst, Deposits deposits) {
        int index = table.at(position);
        Start start = table.start(index);
        double choice = table.within(index, position);
        boolean ends = (inPairs && start.isSummed()) ? isFirst : random.nextDouble() >= goesOn;
        double counts = counts(start, ends);
        deposits.walkFrom(index, start.isSummed() && ends);
        int node = start.item();
        for (int left = start.forcedSteps() + (ends ? 0 : further()); left > 0; left--) {
            node = steps.step(node, choice);
            choice = random.nextDouble();
            if (node == RecommendationGraph.NO_NODE) {
                return false;
            }
        }
        if (!steps.shareOut(node, counts / (2 - alpha), deposits)) {
            return false;
        }
        int last = steps.step(node, choice);
        return last != RecommendationGraph.NO_NODE
                && steps.shareOut(last, counts * (1 - alpha) / (2 - alpha), deposits);
    }

    /** How many steps a walk takes that goes on. */
    private int further() {
        int length = 2;
        while (random.nextDouble() < goesOn) {
            length += 2;
        }
        return length;
    }
}
