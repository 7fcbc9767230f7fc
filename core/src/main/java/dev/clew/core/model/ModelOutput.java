package dev.clew.core.model;

import dev.clew.core.graph.KeyType;
import dev.clew.core.vectors.AttributeColumns;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.FilterParameters;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes the parts of a model, big-endian; the mirror of {@link ModelInput}. */
final class ModelOutput {
    private final CRC32C sum = new CRC32C();
    private final DataOutputStream out;

    ModelOutput(OutputStream out) {
        this.out = new DataOutputStream(new CheckedOutputStream(out, sum));
    }

    void start() throws IOException {
        out.writeLong(ModelBytes.MAGIC);
        out.writeInt(ModelBytes.FORMAT_VERSION);
    }

    /** What sizes the rest, followed by its checksum: so a reader knows before it makes room. */
    void head(ModelHead head) throws IOException {
        out.writeUTF(head.recommender());
        out.writeUTF(head.keyType().name());
        out.writeUTF(head.kind().name());
        out.writeInt(head.items());
        out.writeInt(head.width());
        out.writeInt(head.columns());
        checksum();
    }

    void keys(ItemKeys keys) throws IOException {
        for (int place = 0; place < keys.size(); place++) {
            key(keys.key(place));
        }
    }

    private void key(Object key) throws IOException {
        if (key instanceof Long integer) {
            out.writeLong(integer);
        } else {
            out.writeUTF((String) key);
        }
    }

    void vectors(VectorContent content) throws IOException {
        FilterParameters filter = content.filter();
        out.writeDouble(filter.weight());
        out.writeDouble(filter.historyExponent());
        out.writeDouble(filter.userExponent());
        out.writeDouble(filter.candidateExponent());
        boolean shared = content.candidate().sharesValuesWith(content.history());
        out.writeBoolean(shared);
        floats(content.history().values());
        scales(content.history());
        if (!shared) {
            floats(content.candidate().values());
        }
        scales(content.candidate());
        AttributeEncoder encoder = content.encoder();
        if (encoder != null) {
            encoder(encoder);
        }
    }

    private void encoder(AttributeEncoder encoder) throws IOException {
        out.writeFloat(encoder.scales().history());
        out.writeFloat(encoder.scales().candidate());
        out.writeFloat(encoder.scales().shared());
        out.writeFloat(encoder.space().weightOfUnknown());
        out.writeInt(encoder.space().blocks().size());
        for (AttributeColumns block : encoder.space().blocks()) {
            columns(block);
        }
        floats(encoder.values());
    }

    private void columns(AttributeColumns block) throws IOException {
        out.writeByte(block.path().steps());
        out.writeUTF(block.path().type());
        out.writeUTF(block.path().kind());
        out.writeUTF(block.path().direction().name());
        out.writeUTF(block.label());
        out.writeInt(block.size());
        KeyType keyType =
                block.size() == 0 ? KeyType.STRING : KeyType.of(block.keys().get(0));
        out.writeUTF(keyType.name());
        for (Object key : block.keys()) {
            key(key);
        }
        for (int i = 0; i < block.size(); i++) {
            out.writeFloat(block.weight(i));
        }
    }

    private void scales(Factor factor) throws IOException {
        for (int row = 0; row < factor.rows(); row++) {
            out.writeFloat(factor.scale(row));
        }
    }

    private void floats(FloatBuffer values) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(ModelBytes.BLOCK_BYTES);
        while (values.hasRemaining()) {
            int count = Math.min(values.remaining(), block.capacity() / Float.BYTES);
            block.asFloatBuffer().put(values.slice(values.position(), count));
            out.write(block.array(), 0, count * Float.BYTES);
            values.position(values.position() + count);
        }
    }

    void rows(RowContent content) throws IOException {
        for (int item = 0; item < content.items(); item++) {
            out.writeInt(content.end(item));
        }
        for (int entry = 0; entry < content.entries(); entry++) {
            out.writeInt(content.candidate(entry));
            out.writeFloat(content.value(entry));
        }
    }

    /** The checksum of everything so far. */
    void checksum() throws IOException {
        out.writeInt((int) sum.getValue());
    }

    void flush() throws IOException {
        out.flush();
    }
}
