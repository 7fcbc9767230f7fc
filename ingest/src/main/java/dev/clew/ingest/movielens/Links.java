package dev.clew.ingest.movielens;

import dev.clew.ingest.file.DelimitedFile;
import dev.clew.ingest.file.DelimitedRow;
import dev.clew.ingest.file.InvalidValueException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of movies elsewhere. A convenience: a line that cannot be read leaves its movie without them. */
final class Links {
    /** Property names, in the order of {@link #of}. */
    static final List<String> PROPERTIES = List.of("imdbId", "tmdbId");

    private final Map<Long, List<@Nullable Object>> byMovie = new HashMap<>();

    static Links read(DelimitedFile file) throws IOException {
        Links links = new Links();
        int movie = file.column("movieId");
        int imdb = file.column("imdbId");
        int tmdb = file.column("tmdbId");
        file.read(row -> links.add(row, movie, imdb, tmdb), rejected -> {});
        return links;
    }

    private void add(DelimitedRow row, int movie, int imdb, int tmdb) {
        try {
            Long tmdbId = row.field(tmdb).isEmpty() ? null : Long.valueOf(row.integer(tmdb, "tmdbId"));
            String imdbId = row.field(imdb).isEmpty() ? null : row.field(imdb);
            byMovie.put(row.integer(movie, "movieId"), Arrays.asList(imdbId, tmdbId));
        } catch (InvalidValueException unreadable) {
            // The movie is loaded without its links.
        }
    }

    /** The values of {@link #PROPERTIES} for a movie. */
    List<@Nullable Object> of(long movie) {
        return byMovie.getOrDefault(movie, Arrays.asList(null, null));
    }
}
