package dev.clew.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The statements of the demo, one a file beside this class. */
enum Statement {
    ALL_USERS("all-users"),
    DECLARE("declare"),
    RECOMMEND("recommend"),
    SCORES("scores"),
    STATUS("status"),
    TRIVIAL("trivial"),
    USERS("users");

    private final String text;

    Statement(String file) {
        text = read(file + ".cypher");
    }

    String text() {
        return text;
    }

    private static String read(String file) {
        try (var stream = Statement.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing beside " + Statement.class.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
