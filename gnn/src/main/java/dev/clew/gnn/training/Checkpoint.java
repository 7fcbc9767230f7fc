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

/** Keeps the state of training in a file, which is always whole: it is written beside and then moved. */
final class Checkpoint {
    private static final int FORMAT_VERSION = 1;

    private final @Nullable Path file;
    private final long fingerprint;

    /** @param fingerprint of data, settings and seed: a file of others is refused */
    Checkpoint(@Nullable Path file, long fingerprint) {
        this.file = file;
        this.fingerprint = fingerprint;
    }

    void save(Progress progress) {
        if (file == null) {
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
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
        out.writeLong(fingerprint);
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

    /**
     * Brings back what was saved, if anything was.
     *
     * @throws IllegalStateException if the file is of other data, settings or seed
     */
    void restore(Progress progress) {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != FORMAT_VERSION || in.readLong() != fingerprint) {
                throw new IllegalStateException("checkpoint (" + file
                        + ") is of other data, settings or seed. Delete it to start anew, or name another file.");
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
