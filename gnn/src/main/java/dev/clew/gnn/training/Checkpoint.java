package dev.clew.gnn.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state of training in a file of a folder, named after data, settings and seed: whoever asks for the same goes on from it, anybody else starts anew. The file
 * is always whole: it is written beside and then moved.
 */
final class Checkpoint {
    private static final int FORMAT_VERSION = 1;

    private final @Nullable Path file;

    /**
     * @param folder where states are kept; null keeps none
     * @param fingerprint of data, settings and seed
     */
    Checkpoint(@Nullable Path folder, long fingerprint) {
        this.file = folder == null ? null : folder.resolve(Long.toHexString(fingerprint) + ".training");
    }

    void save(Progress progress) {
        if (file == null) {
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
                write(progress, out);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("checkpoint (" + file + ") cannot be written.", failed);
        }
    }

    private void write(Progress progress, DataOutputStream out) throws IOException {
        out.writeInt(FORMAT_VERSION);
        out.writeInt(progress.epoch());
        for (CurvePoint point : progress.curve()) {
            out.writeDouble(point.loss());
            out.writeDouble(point.validation());
        }
        write(progress.present().values(), out);
        write(progress.best().values(), out);
        write(progress.adam().state(), out);
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /** Brings back what was saved, if anything was. */
    void restore(Progress progress) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int version = in.readInt();
            if (version != FORMAT_VERSION) {
                throw new IllegalStateException("checkpoint (" + file + ") has format version " + version + ", not "
                        + FORMAT_VERSION + ". Delete it to start anew.");
            }
            read(progress, in);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "checkpoint (" + file + ") cannot be read. Delete it to start anew.", failed);
        }
    }

    private static void read(Progress progress, DataInputStream in) throws IOException {
        int epochs = in.readInt();
        List<CurvePoint> curve = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            curve.add(new CurvePoint(epoch, in.readDouble(), in.readDouble()));
        }
        read(progress.present().values(), in);
        read(progress.best().values(), in);
        float[] moments = new float[2 * progress.present().values().length];
        read(moments, in);
        progress.adam().resume(moments);
        progress.resume(curve);
    }

    private static void read(float[] values, DataInputStream in) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
    }
}
