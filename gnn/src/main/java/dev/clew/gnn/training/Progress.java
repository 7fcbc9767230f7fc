package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;
import java.util.ArrayList;
import java.util.List;

/** How far training has come: what a checkpoint keeps. */
final class Progress {
    private final DenseMatrix present;
    private final Adam adam;
    private final List<CurvePoint> curve = new ArrayList<>();
    private final DenseMatrix best;
    private int bestEpoch;
    private double bestFigure = Double.NaN;

    Progress(DenseMatrix present, Adam adam) {
        this.present = present;
        this.adam = adam;
        this.best = new DenseMatrix(
                present.rows(), present.columns(), present.values().clone());
    }

    int epoch() {
        return curve.size();
    }

    /** Epochs since validation said something better than ever before. */
    int epochsSinceBest() {
        return epoch() - bestEpoch;
    }

    DenseMatrix present() {
        return present;
    }

    Adam adam() {
        return adam;
    }

    /** The parameters that validation liked best; without validation the last ones. */
    DenseMatrix best() {
        return best;
    }

    List<CurvePoint> curve() {
        return List.copyOf(curve);
    }

    void endEpoch(double loss, double validation) {
        curve.add(new CurvePoint(epoch() + 1, loss, validation));
        noteBest();
        if (bestEpoch == epoch()) {
            System.arraycopy(present.values(), 0, best.values(), 0, best.values().length);
        }
    }

    /** Goes on after these epochs. */
    void resume(List<CurvePoint> earlier) {
        for (CurvePoint point : earlier) {
            curve.add(point);
            noteBest();
        }
    }

    private void noteBest() {
        double validation = curve.get(epoch() - 1).validation();
        if (!(validation <= bestFigure)) {
            bestFigure = validation;
            bestEpoch = epoch();
        }
    }
}
