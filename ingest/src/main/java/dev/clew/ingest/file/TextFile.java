package dev.clew.ingest.file;

import dev.clew.ingest.source.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A text file that may be gzip-compressed, told by the ending {@code .gz}; readers see the text either way.
 *
 * @param charset how its bytes are read; malformed bytes become replacement characters
 */
public record TextFile(Path path, Charset charset) {
    private static final int BUFFER = 1 << 16;

    public static TextFile utf8(Path path) {
        return new TextFile(path, StandardCharsets.UTF_8);
    }

    /** The file of that name in a folder, as it is or with {@code .gz} added. */
    public static Optional<TextFile> find(Path directory, String name) {
        return Optional.of(directory.resolve(name))
                .filter(Files::isRegularFile)
                .or(() -> Optional.of(directory.resolve(name + ".gz")).filter(Files::isRegularFile))
                .map(TextFile::utf8);
    }

    /**
     * The file of that name in a folder.
     *
     * @throws IllegalArgumentException if the folder has neither it nor its compressed form
     */
    public static TextFile require(Path directory, String name) {
        return find(directory, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        directory + " has no " + name + " or " + name + ".gz. Maybe the data lies in another folder."));
    }

    /** The same file read in another character set. */
    public TextFile in(Charset other) {
        return new TextFile(path, other);
    }

    /** The file's name without {@code .gz}. */
    public String name() {
        String name = String.valueOf(path.getFileName());
        return isCompressed() ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    private boolean isCompressed() {
        return path.toString().endsWith(".gz");
    }

    /** A line of this file, for messages. */
    public Origin origin(long line) {
        return new Origin(name(), line);
    }

    /** The bytes after decompression. */
    public InputStream openBytes() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        return isCompressed() ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    /** The text from the start. */
    public BufferedReader open() throws IOException {
        return new BufferedReader(new InputStreamReader(openBytes(), charset), BUFFER);
    }

    /**
     * Visits each line with its number, counted from 1; blank lines are passed over.
     *
     * @throws IOException if the file cannot be read
     */
    public void forEachLine(LineVisitor visitor) throws IOException {
        try (BufferedReader reader = open()) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    visitor.visit(number, line);
                }
            }
        }
    }

    /** Takes the lines of a file. */
    @FunctionalInterface
    public interface LineVisitor {
        void visit(long number, String line);
    }
}
