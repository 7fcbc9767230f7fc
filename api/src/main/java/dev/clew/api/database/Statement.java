package dev.clew.api.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A constant Cypher statement, read from its own file on the class path.
 *
 * @param text the Cypher, with parameters for everything that varies
 */
public record Statement(String text) {

    /**
     * Reads {@code /cypher/<name>.cypher}.
     *
     * @throws IllegalArgumentException if the service was packaged without that file
     */
    public static Statement named(String name) {
        try (InputStream file = Statement.class.getResourceAsStream("/cypher/" + name + ".cypher")) {
            if (file == null) {
                throw new IllegalArgumentException("Statement '" + name + "' must be on the class path under cypher/.");
            }
            return new Statement(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
