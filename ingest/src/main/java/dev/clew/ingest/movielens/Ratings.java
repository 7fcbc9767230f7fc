package dev.clew.ingest.movielens;

import dev.clew.ingest.file.DelimitedFile;
import dev.clew.ingest.file.DelimitedRow;
import dev.clew.ingest.file.InvalidValueException;
import dev.clew.ingest.source.Rejection;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads a ratings file. */
record Ratings(DelimitedFile file, int user, int movie, int rating, int timestamp) {

    static Ratings of(DelimitedFile file) throws IOException {
        return new Ratings(
                file, file.column("userId"), file.column("movieId"), file.column("rating"), file.column("timestamp"));
    }

    void read(Consumer<Rating> ratings, Consumer<Rejection> rejected) throws IOException {
        file.read(row -> read(row, ratings, rejected), rejected);
    }

    private void read(DelimitedRow row, Consumer<Rating> ratings, Consumer<Rejection> rejected) {
        try {
            ratings.accept(rating(row));
        } catch (InvalidValueException invalid) {
            rejected.accept(row.rejection(invalid.reason()));
        }
    }

    private Rating rating(DelimitedRow row) {
        return new Rating(
                row.origin(),
                id(row, user, "userId"),
                id(row, movie, "movieId"),
                stars(row.decimal(rating, "rating")),
                Math.multiplyExact(row.integer(timestamp, "timestamp"), 1000L));
    }

    private static int id(DelimitedRow row, int index, String column) {
        long id = row.integer(index, column);
        if (id < 0 || id > Integer.MAX_VALUE) {
            throw new InvalidValueException(column + " (" + id + ") must be in [0, " + Integer.MAX_VALUE + "].");
        }
        return (int) id;
    }

    private static double stars(double value) {
        if (value < 0.5 || value > 5) {
            throw new InvalidValueException("rating (" + value + ") must be in [0.5, 5].");
        }
        return value;
    }
}
