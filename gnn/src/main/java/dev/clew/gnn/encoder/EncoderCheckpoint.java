package dev.clew.gnn.encoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state after an epoch in a file of a folder, named after data, settings and seed: whoever asks for the same goes on from it, anybody else
 * starts anew. The file is always whole: it is written beside and then moved.
 */
final class EncoderCheckpoint {
    private static final int FORMAT_VERSION = 1;

    private final @Nullable Path file;

    /** How far learning has come. */
    static final class State {
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
        State(int epochs, float[] network, float[] best, double recall) {
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
    }

    /**
     * @param folder where states are kept; null keeps none
     * @param fingerprint of data, settings and seed
     */
    EncoderCheckpoint(@Nullable Path folder, long fingerprint) {
        this.file = folder == null ? null : folder.resolve(Long.toHexString(fingerprint) + ".encoder");
    }

    void save(State state) {
        if (file == null) {
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
                out.writeInt(FORMAT_VERSION);
                out.writeInt(state.epochs());
                out.writeDouble(state.recall());
                write(state.network(), out);
                write(state.best(), out);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("checkpoint (" + file + ") cannot be written.", failed);
        }
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /** What was saved last, or null if nothing was. */
    @Nullable
    State restored() {
        if (file == null || !Files.exists(file)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int version = in.readInt();
            if (version != FORMAT_VERSION) {
                throw new IllegalStateException("checkpoint (" + file + ") has format version " + version + ", not "
                        + FORMAT_VERSION + ". Delete it to start anew.");
            }
            int epochs = in.readInt();
            double recall = in.readDouble();
            return new State(epochs, read(in), read(in), recall);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "checkpoint (" + file + ") cannot be read. Delete it to start anew.", failed);
        }
    }

    private static float[] read(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
