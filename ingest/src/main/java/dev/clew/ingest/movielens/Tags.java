package dev.clew.ingest.movielens;

import dev.clew.ingest.file.DelimitedFile;
import dev.clew.ingest.file.DelimitedRow;
import dev.clew.ingest.file.InvalidValueException;
import dev.clew.ingest.source.Origin;
import dev.clew.ingest.source.Rejection;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads a tags file. Tags that differ only in case are one. */
record Tags(DelimitedFile file, int movie, int tag) {

    /** A tag on a movie. */
    record Tagging(Origin origin, long movie, String tag) {}

    static Tags of(DelimitedFile file) throws IOException {
        return new Tags(file, file.column("movieId"), file.column("tag"));
    }

    void read(Consumer<Tagging> taggings, Consumer<Rejection> rejected) throws IOException {
        file.read(row -> read(row, taggings, rejected), rejected);
    }

    private void read(DelimitedRow row, Consumer<Tagging> taggings, Consumer<Rejection> rejected) {
        try {
            taggings.accept(tagging(row));
        } catch (InvalidValueException invalid) {
            rejected.accept(row.rejection(invalid.reason()));
        }
    }

    private Tagging tagging(DelimitedRow row) {
        String name = row.field(tag).toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw new InvalidValueException("tag must not be blank.");
        }
        return new Tagging(row.origin(), row.integer(movie, "movieId"), name);
    }
}
