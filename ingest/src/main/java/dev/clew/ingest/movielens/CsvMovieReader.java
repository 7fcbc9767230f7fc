package dev.clew.ingest.movielens;

import dev.clew.ingest.file.DelimitedFile;
import dev.clew.ingest.file.DelimitedRow;
import dev.clew.ingest.file.Splitter;
import java.io.IOException;
import java.util.List;

/** Reads {@code movieId,title,genres} with the genres between bars. */
record CsvMovieReader(int id, int title, int genres) implements MovieReader {
    private static final String NO_GENRES = "(no genres listed)";

    static CsvMovieReader of(DelimitedFile movies) throws IOException {
        return new CsvMovieReader(movies.column("movieId"), movies.column("title"), movies.column("genres"));
    }

    @Override
    public Movie movie(DelimitedRow row) {
        return Movie.titled(row.origin(), row.integer(id, "movieId"), row.field(title), genres(row.field(genres)));
    }

    private static List<String> genres(String text) {
        return text.equals(NO_GENRES)
                ? List.of()
                : Splitter.split(text, "|").stream().distinct().toList();
    }
}
