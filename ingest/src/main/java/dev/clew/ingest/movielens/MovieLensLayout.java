package dev.clew.ingest.movielens;

import dev.clew.ingest.file.DelimitedFile;
import dev.clew.ingest.file.Fingerprint;
import dev.clew.ingest.file.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which files hold the data. Both layouts are delimited text; they differ in names, delimiters and how a movie's genres are written.
 *
 * @param ratings columns userId, movieId, rating, timestamp
 * @param movies what {@code movieReader} reads
 * @param tags columns userId, movieId, tag, timestamp
 * @param links columns movieId, imdbId, tmdbId
 */
record MovieLensLayout(
        DelimitedFile ratings,
        DelimitedFile movies,
        MovieReader movieReader,
        Optional<DelimitedFile> tags,
        Optional<DelimitedFile> links) {

    /** Tells a folder of one of the layouts, by the names of its files. */
    static boolean isIn(Path directory) {
        return TextFile.find(directory, "ratings.csv").isPresent()
                || TextFile.find(directory, "u.data").isPresent();
    }

    /**
     * The layout in a folder.
     *
     * @throws IllegalArgumentException if a file is missing
     */
    static MovieLensLayout of(Path directory) throws IOException {
        return TextFile.find(directory, "u.data").isPresent() ? hundredThousand(directory) : csv(directory);
    }

    private static MovieLensLayout csv(Path directory) throws IOException {
        DelimitedFile movies = DelimitedFile.csv(TextFile.require(directory, "movies.csv"));
        return new MovieLensLayout(
                DelimitedFile.csv(TextFile.require(directory, "ratings.csv")),
                movies,
                CsvMovieReader.of(movies),
                TextFile.find(directory, "tags.csv").map(DelimitedFile::csv),
                TextFile.find(directory, "links.csv").map(DelimitedFile::csv));
    }

    /** ML-100k: {@code u.data} between tabs, {@code u.item} between bars in Latin-1 with a flag for each genre. */
    private static MovieLensLayout hundredThousand(Path directory) {
        TextFile ratings = TextFile.require(directory, "u.data");
        TextFile items = TextFile.require(directory, "u.item").in(StandardCharsets.ISO_8859_1);
        return new MovieLensLayout(
                new DelimitedFile(ratings, '\t', List.of("userId", "movieId", "rating", "timestamp")),
                new DelimitedFile(items, '|', FlaggedMovieReader.COLUMNS),
                new FlaggedMovieReader(),
                Optional.empty(),
                Optional.empty());
    }

    /** Adds all files, in a fixed order. */
    void addTo(Fingerprint fingerprint) throws IOException {
        List<DelimitedFile> files = new ArrayList<>(List.of(ratings, movies));
        tags.ifPresent(files::add);
        links.ifPresent(files::add);
        for (DelimitedFile file : files) {
            fingerprint.add(file.file());
        }
    }
}
