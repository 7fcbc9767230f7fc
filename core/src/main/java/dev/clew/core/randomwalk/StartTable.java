package dev.clew.core.randomwalk;

import java.util.List;

/** Starts side by side, each as wide as its walked mass: a walk begins at a position among them. */
final class StartTable {
    private final List<Start> starts;
    private final double[] cumulative;

    StartTable(List<Start> starts, double restartProbability) {
        this.starts = List.copyOf(starts);
        this.cumulative = new double[starts.size() + 1];
        for (int i = 0; i < starts.size(); i++) {
            cumulative[i + 1] = cumulative[i] + starts.get(i).walkedMass(restartProbability);
        }
    }

    List<Start> starts() {
        return starts;
    }

    Start start(int index) {
        return starts.get(index);
    }

    int size() {
        return starts.size();
    }

    /** All walked masses together. */
    double total() {
        return cumulative[starts.size()];
    }

    /** Where a start's part begins; that of one more than the last is where all end. */
    double begin(int index) {
        return cumulative[index];
    }

    double walkedMass(int index) {
        return cumulative[index + 1] - cumulative[index];
    }

    /** The start whose part holds the position, which is in [0, total). Cost: O(log starts). */
    int at(double position) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle + 1] > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How far into the start's part the position is, in [0, 1). */
    double within(int index, double position) {
        return Math.min(Math.nextDown(1.0), Math.max(0, (position - cumulative[index]) / walkedMass(index)));
    }
}
