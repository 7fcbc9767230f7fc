package dev.clew.ingest.triples;

import dev.clew.ingest.file.InvalidValueException;
import dev.clew.ingest.file.TextFile;
import dev.clew.ingest.source.Rejection;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Lines of {@code user item item ...}. */
record InteractionFile(TextFile file) {

    /** Takes a user and their items. */
    @FunctionalInterface
    interface Visitor {
        void visit(long line, int user, int[] items);
    }

    void read(Visitor visitor, Consumer<Rejection> rejected) throws IOException {
        file.forEachLine((number, line) -> {
            try {
                int[] ids = IntLine.parse(line);
                visitor.visit(number, ids[0], Arrays.copyOfRange(ids, 1, ids.length));
            } catch (InvalidValueException invalid) {
                rejected.accept(new Rejection(file.origin(number), invalid.reason(), line));
            }
        });
    }
}
