package dev.clew.core.model;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.KeyType;
import dev.clew.core.vectors.AttributeColumns;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.AttributePath;
import dev.clew.core.vectors.AttributeSpace;
import dev.clew.core.vectors.EncoderScales;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.FilterParameters;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a model as {@link ModelOutput} writes them. */
final class ModelInput {
    private final CRC32C sum = new CRC32C();
    private final DataInputStream in;

    ModelInput(InputStream in) {
        this.in = new DataInputStream(new CheckedInputStream(in, sum));
    }

    void start() throws IOException {
        if (in.readLong() != ModelBytes.MAGIC) {
            throw new ModelFormatException("These bytes are not a Clew model.");
        }
        int version = in.readInt();
        if (version != ModelBytes.FORMAT_VERSION) {
            throw new ModelFormatException("The model has format version " + version + ", but this Clew reads version "
                    + ModelBytes.FORMAT_VERSION + ". Train the model again.");
        }
    }

    ModelHead head() throws IOException {
        String recommender = in.readUTF();
        String keyType = in.readUTF();
        String kind = in.readUTF();
        int items = in.readInt();
        int width = in.readInt();
        int columns = in.readInt();
        checksum();
        return new ModelHead(
                recommender, KeyType.valueOf(keyType), ModelHead.Kind.valueOf(kind), items, width, columns);
    }

    ItemKeys keys(ModelHead head) throws IOException {
        return ItemKeys.of(head.keyType(), keys(head.keyType(), head.items()));
    }

    private List<Object> keys(KeyType type, int count) throws IOException {
        List<Object> keys = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            keys.add(type == KeyType.INTEGER ? (Object) in.readLong() : in.readUTF());
        }
        return keys;
    }

    VectorContent vectors(ModelHead head) throws IOException {
        FilterParameters filter =
                new FilterParameters(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        boolean shared = in.readBoolean();
        int count = Math.multiplyExact(head.items(), head.width());
        float[] values = floats(count);
        Factor history = new Factor(values, floats(head.items()), head.width());
        float[] others = shared ? values : floats(count);
        Factor candidate = new Factor(others, floats(head.items()), head.width());
        AttributeEncoder encoder = head.columns() == ModelHead.NO_ENCODER ? null : encoder(head);
        return new VectorContent(history, candidate, filter, encoder);
    }

    private AttributeEncoder encoder(ModelHead head) throws IOException {
        EncoderScales scales = new EncoderScales(in.readFloat(), in.readFloat(), in.readFloat());
        float weightOfUnknown = in.readFloat();
        List<AttributeColumns> blocks = new ArrayList<>();
        int count = in.readInt();
        for (int block = 0; block < count; block++) {
            blocks.add(columns(head.columns()));
        }
        float[] table = floats(Math.multiplyExact(head.columns(), head.width()));
        return new AttributeEncoder(new AttributeSpace(blocks, weightOfUnknown), table, head.width(), scales);
    }

    /** @param most columns there can be: a number that was damaged on the way makes no room for itself */
    private AttributeColumns columns(int most) throws IOException {
        AttributePath path =
                new AttributePath(in.readByte(), in.readUTF(), in.readUTF(), Direction.valueOf(in.readUTF()));
        String label = in.readUTF();
        int size = in.readInt();
        if (size < 0 || size > most) {
            throw damaged(null);
        }
        List<Object> keys = keys(KeyType.valueOf(in.readUTF()), size);
        return new AttributeColumns(path, label, keys, floats(size));
    }

    private float[] floats(int count) throws IOException {
        float[] values = new float[count];
        ByteBuffer block = ByteBuffer.allocate(ModelBytes.BLOCK_BYTES);
        FloatBuffer rest = FloatBuffer.wrap(values);
        while (rest.hasRemaining()) {
            int size = Math.min(rest.remaining(), block.capacity() / Float.BYTES);
            in.readFully(block.array(), 0, size * Float.BYTES);
            rest.put(block.asFloatBuffer().slice(0, size));
        }
        return values;
    }

    RowContent rows(ModelHead head) throws IOException {
        int[] starts = new int[head.items() + 1];
        for (int item = 1; item < starts.length; item++) {
            starts[item] = in.readInt();
        }
        int[] candidates = new int[head.width()];
        float[] values = new float[head.width()];
        for (int entry = 0; entry < candidates.length; entry++) {
            candidates[entry] = in.readInt();
            values[entry] = in.readFloat();
        }
        return new RowContent(starts, candidates, values);
    }

    /** @throws ModelFormatException if the bytes so far are not those that were written */
    void checksum() throws IOException {
        int expected = (int) sum.getValue();
        if (in.readInt() != expected) {
            throw damaged(null);
        }
    }

    void end() throws IOException {
        if (in.read() >= 0) {
            throw new ModelFormatException("The model's bytes go on after its end: they are of more than one model.");
        }
    }

    /** What a stream that ends in the middle means. */
    static ModelFormatException torn(EOFException cause) {
        return new ModelFormatException("The model's bytes end before the model does: a part is missing.", cause);
    }

    /** What bytes mean that were not written so. */
    static ModelFormatException damaged(@Nullable Exception cause) {
        return new ModelFormatException(
                "The model's bytes are damaged: they are not those that were written. Publish another version, or train again.",
                cause);
    }
}
