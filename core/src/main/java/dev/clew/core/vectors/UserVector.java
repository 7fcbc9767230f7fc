package dev.clew.core.vectors;

import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.WorkMeter;
import java.util.List;

/** The user as their actions make them: the weighted sum of the history-side vectors, {@code sum over actions a(h) * history(h)}. */
final class UserVector {
    private final double[] values;
    private final float[] rough;
    private final boolean complete;

    private UserVector(double[] values, boolean complete) {
        this.values = values;
        this.complete = complete;
        this.rough = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rough[i] = (float) values[i];
        }
    }

    /**
     * Adds up the actions on items with a vector, in their order, for as long as the meter lets it.
     *
     * @param inferredScale what vectors from attributes are multiplied by
     */
    static UserVector of(
            ItemVectors vectors, InferredItems inferred, float inferredScale, List<Action> actions, WorkMeter meter) {
        double[] sums = new double[vectors.dimension()];
        for (Action action : actions) {
            int row = vectors.row(action.item());
            int place = row == ItemVectors.UNKNOWN ? inferred.find(action.item()) : -1;
            if (row == ItemVectors.UNKNOWN && place < 0) {
                continue;
            }
            if (!meter.spend(VectorSearch.work(vectors.dimension()))) {
                return new UserVector(sums, false);
            }
            if (place >= 0) {
                inferred.get(place).addTo(sums, (double) action.weight() * inferredScale);
                continue;
            }
            vectors.history()
                    .addTo(
                            sums,
                            row,
                            (double) action.weight() * vectors.history().scale(row));
        }
        return new UserVector(sums, true);
    }

    /** Whether every action is in it. */
    boolean isComplete() {
        return complete;
    }

    double[] values() {
        return values;
    }

    float[] rough() {
        return rough;
    }

    /** The length of the part from a column on. */
    double rest(int fromColumn) {
        double sum = 0;
        for (int i = fromColumn; i < values.length; i++) {
            sum += values[i] * values[i];
        }
        return Math.sqrt(sum);
    }
}
