package dev.clew.gnn.store;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts a stream into arrays of one size, the last one shorter. */
final class ChunkedOutput extends OutputStream {
    private final Consumer<byte[]> chunks;
    private final byte[] buffer;
    private int filled;
    private long written;

    ChunkedOutput(int chunkBytes, Consumer<byte[]> chunks) {
        this.chunks = chunks;
        this.buffer = new byte[chunkBytes];
    }

    /** How many bytes were written. */
    long written() {
        return written;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        while (from < offset + length) {
            int count = Math.min(offset + length - from, buffer.length - filled);
            System.arraycopy(bytes, from, buffer, filled, count);
            from += count;
            filled += count;
            written += count;
            if (filled == buffer.length) {
                hand();
            }
        }
    }

    private void hand() {
        chunks.accept(Arrays.copyOf(buffer, filled));
        filled = 0;
    }

    /** Hands over the rest. */
    void finish() {
        if (filled > 0) {
            hand();
        }
    }
}
