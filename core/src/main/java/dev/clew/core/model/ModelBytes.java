package dev.clew.core.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;

/**
 * A model as bytes, and back: the same bytes for the same model.
 *
 * <pre>{@code
 * magic, format version | recommender, key type, kind, items, width, columns, checksum | keys, content | checksum
 * }</pre>
 *
 * Numbers are big-endian, checksums CRC32C of everything before them. Two sides that share their values have them written once.
 */
public final class ModelBytes {
    public static final int FORMAT_VERSION = 1;

    /** "CLEWMODL" in ASCII. */
    static final long MAGIC = 0x434C45574D4F444CL;

    static final int BLOCK_BYTES = 1 << 16;

    private ModelBytes() {}

    /** Writes the model and flushes; the stream stays open. */
    public static void write(Model model, OutputStream stream) throws IOException {
        ModelOutput out = new ModelOutput(new BufferedOutputStream(stream, BLOCK_BYTES));
        out.start();
        out.head(ModelHead.of(model));
        out.keys(model.items());
        if (model.content() instanceof VectorContent vectors) {
            out.vectors(vectors);
        } else if (model.content() instanceof RowContent rows) {
            out.rows(rows);
        }
        out.checksum();
        out.flush();
    }

    /**
     * Reads one model up to the stream's end.
     *
     * @throws ModelFormatException if the bytes are not a model, of another format version, damaged, or not all there
     */
    public static Model read(InputStream stream) throws IOException {
        ModelInput in = new ModelInput(new BufferedInputStream(stream, BLOCK_BYTES));
        try {
            in.start();
            ModelHead head = in.head();
            ItemKeys keys = in.keys(head);
            ModelContent content = head.kind() == ModelHead.Kind.VECTORS ? in.vectors(head) : in.rows(head);
            in.checksum();
            in.end();
            return new Model(head.recommender(), keys, content);
        } catch (EOFException tornOff) {
            throw ModelInput.torn(tornOff);
        } catch (IllegalArgumentException | UTFDataFormatException nonsense) {
            throw ModelInput.damaged(nonsense);
        }
    }
}
