package dev.clew.ingest.sample;

import dev.clew.ingest.source.Origin;
import java.util.List;

/** A film of the catalogue: facts about a real one. */
public record Film(
        Origin origin,
        String id,
        String title,
        int year,
        List<String> genres,
        List<String> directors,
        List<String> actors,
        List<String> countries) {
    public Film {
        genres = List.copyOf(genres);
        directors = List.copyOf(directors);
        actors = List.copyOf(actors);
        countries = List.copyOf(countries);
    }

    /** The decade it came out in, for example {@code 1980s}. */
    public String era() {
        return year / 10 * 10 + "s";
    }
}
