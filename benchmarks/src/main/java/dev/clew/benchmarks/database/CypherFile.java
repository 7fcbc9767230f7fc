package dev.clew.benchmarks.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements, one a file beside the class that uses them. */
public final class CypherFile {

    private CypherFile() {}

    /**
     * Reads a statement.
     *
     * @param name of the file, without {@code .cypher}
     */
    public static String read(Class<?> beside, String name) {
        try (var stream = beside.getResourceAsStream(name + ".cypher")) {
            if (stream == null) {
                throw new IllegalStateException("%s.cypher is missing beside %s".formatted(name, beside.getName()));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
