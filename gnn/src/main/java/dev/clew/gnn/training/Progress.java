package dev.clew.gnn.training;

import dev.clew.gnn.matrix.DenseMatrix;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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

    void write(DataOutputStream out) throws IOException {
        out.writeInt(epoch());
        for (CurvePoint point : curve) {
            out.writeDouble(point.loss());
            out.writeDouble(point.validation());
        }
        Checkpoint.write(present.values(), out);
        Checkpoint.write(best.values(), out);
        Checkpoint.write(adam.state(), out);
    }

    /** Goes on from what was written; nothing must have been learned yet. */
    Progress read(DataInputStream in) throws IOException {
        int epochs = in.readInt();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            curve.add(new CurvePoint(epoch, in.readDouble(), in.readDouble()));
            noteBest();
        }
        System.arraycopy(Checkpoint.read(in), 0, present.values(), 0, present.values().length);
        System.arraycopy(Checkpoint.read(in), 0, best.values(), 0, best.values().length);
        adam.resume(Checkpoint.read(in));
        return this;
    }

    private void noteBest() {
        double validation = curve.get(epoch() - 1).validation();
        if (!(validation <= bestFigure)) {
            bestFigure = validation;
            bestEpoch = epoch();
        }
    }
}
