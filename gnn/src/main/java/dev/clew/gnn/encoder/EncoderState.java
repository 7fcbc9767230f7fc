package dev.clew.gnn.encoder;

import dev.clew.gnn.training.Checkpoint;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How far learning has come after an epoch: what a checkpoint keeps. */
final class EncoderState {
    private final int epochs;
    private final float[] network;
    private final float[] best;
    private final double recall;

    /**
     * @param epochs that are done
     * @param network what {@link EncoderNetwork#state} told
     * @param best the weights of the epoch that did best, as {@link RelationWeights#values} tells them
     * @param recall what they reached
     */
    EncoderState(int epochs, float[] network, float[] best, double recall) {
        this.epochs = epochs;
        this.network = network;
        this.best = best;
        this.recall = recall;
    }

    int epochs() {
        return epochs;
    }

    float[] network() {
        return network;
    }

    float[] best() {
        return best;
    }

    double recall() {
        return recall;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(epochs);
        Checkpoint.write(network, out);
        Checkpoint.write(best, out);
        out.writeDouble(recall);
    }

    static EncoderState read(DataInputStream in) throws IOException {
        return new EncoderState(in.readInt(), Checkpoint.read(in), Checkpoint.read(in), in.readDouble());
    }
}
