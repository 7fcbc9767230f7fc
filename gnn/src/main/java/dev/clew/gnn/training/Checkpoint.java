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
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state of training in a file of a folder, named after data, settings and seed: whoever asks for the same goes on from it, anybody else starts anew. The file
 * is always whole: it is written beside and then moved.
 */
public final class Checkpoint {
    private static final int FORMAT_VERSION = 2;

    private final @Nullable Path file;

    /** Writes a state. */
    @FunctionalInterface
    public interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads a state that its {@link Writer} wrote. */
    @FunctionalInterface
    public interface Reader<S> {
        S read(DataInputStream in) throws IOException;
    }

    /**
     * @param folder where states are kept; null keeps none
     * @param kind of state, the file's ending: each has a form of its own
     * @param fingerprint of data, settings and seed
     */
    public Checkpoint(@Nullable Path folder, String kind, long fingerprint) {
        this.file = folder == null ? null : folder.resolve(Long.toHexString(fingerprint) + "." + kind);
    }

    /** Keeps a state in place of the one before. */
    public void save(Writer state) {
        if (file == null) {
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
                out.writeInt(FORMAT_VERSION);
                state.write(out);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("checkpoint (" + file + ") cannot be written.", failed);
        }
    }

    /** What was saved last, or null if nothing was. */
    public <S> @Nullable S restored(Reader<S> reader) {
        if (file == null || !Files.exists(file)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int version = in.readInt();
            if (version != FORMAT_VERSION) {
                throw new IllegalStateException("checkpoint (" + file + ") has format version " + version + ", not "
                        + FORMAT_VERSION + ". Delete it to start anew.");
            }
            return reader.read(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "checkpoint (" + file + ") cannot be read. Delete it to start anew.", failed);
        }
    }

    /** Writes numbers and how many there are. */
    public static void write(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static float[] read(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
