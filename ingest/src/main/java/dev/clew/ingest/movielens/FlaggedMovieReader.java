package dev.clew.ingest.movielens;

import dev.clew.ingest.file.DelimitedRow;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads {@code u.item}: id, title, two dates, an address, then one 0 or 1 for each genre in the order of ML-100k's {@code u.genre}. */
final class FlaggedMovieReader implements MovieReader {
    /** The first flag means that the genre is not known. */
    private static final List<String> GENRES = List.of(
            "Action",
            "Adventure",
            "Animation",
            "Children's",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Fantasy",
            "Film-Noir",
            "Horror",
            "Musical",
            "Mystery",
            "Romance",
            "Sci-Fi",
            "Thriller",
            "War",
            "Western");

    static final List<String> COLUMNS = Stream.concat(
                    Stream.of("movieId", "title", "releaseDate", "videoDate", "address", "unknown"), GENRES.stream())
            .toList();
    private static final int FIRST_GENRE = COLUMNS.size() - GENRES.size();

    @Override
    public Movie movie(DelimitedRow row) {
        List<String> genres = IntStream.range(0, GENRES.size())
                .filter(genre -> row.field(FIRST_GENRE + genre).equals("1"))
                .mapToObj(GENRES::get)
                .toList();
        return Movie.titled(row.origin(), row.integer(0, "movieId"), row.field(1), genres);
    }
}
