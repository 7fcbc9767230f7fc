package dev.clew.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Says whether data is the same: SHA-256 over file names and their decompressed bytes. Compressing a file or moving the folder changes
 * nothing. Counts lines on the way, since every byte is read anyhow.
 */
public final class Fingerprint {
    /** Changes when a new version of a source reads the same files as other rows. */
    private static final String FORMAT_VERSION = "1";

    private final MessageDigest digest = sha256();

    /** Starts the fingerprint of a source. */
    public Fingerprint(String sourceName) {
        add(FORMAT_VERSION);
        add(sourceName);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256; this one has not.", absent);
        }
    }

    /** Adds a text. */
    public Fingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /**
     * Adds a file's name and content.
     *
     * @return how many lines it has
     */
    public long add(TextFile file) throws IOException {
        add(file.name());
        try (InputStream bytes = file.openBytes()) {
            return addAll(bytes);
        }
    }

    private long addAll(InputStream bytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long lines = 0;
        byte last = '\n';
        for (int length = bytes.read(buffer); length > 0; length = bytes.read(buffer)) {
            digest.update(buffer, 0, length);
            for (int i = 0; i < length; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
            last = buffer[length - 1];
        }
        return last == '\n' ? lines : lines + 1;
    }

    /** The fingerprint of all that was added; ends it. */
    public String finish() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
