package dev.clew.ingest.movielens;

import dev.clew.ingest.file.InvalidValueException;
import dev.clew.ingest.source.Origin;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A movie as MovieLens lists it.
 *
 * @param title without the year
 * @param year of release; null where the title names none
 */
record Movie(Origin origin, long id, String title, @Nullable Long year, List<String> genres) {
    private static final Pattern TITLE_AND_YEAR = Pattern.compile("(.*\\S)\\s*\\((\\d{4})\\)");

    /** Reads {@code "Toy Story (1995)"}. */
    static Movie titled(Origin origin, long id, String titleAndYear, List<String> genres) {
        if (titleAndYear.isBlank()) {
            throw new InvalidValueException("title of movie " + id + " must not be blank.");
        }
        Matcher matcher = TITLE_AND_YEAR.matcher(titleAndYear);
        return matcher.matches()
                ? new Movie(origin, id, matcher.group(1), Long.valueOf(matcher.group(2)), genres)
                : new Movie(origin, id, titleAndYear, null, genres);
    }
}
