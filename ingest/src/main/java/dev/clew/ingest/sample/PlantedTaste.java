package dev.clew.ingest.sample;

import java.util.List;

/**
 * Something a simulated user likes more than others do.
 *
 * @param kind what is liked
 * @param value which of that kind, for example {@code Horror} or {@code 1980s}
 * @param strength stars added to the rating of a film that has it
 */
public record PlantedTaste(Kind kind, String value, double strength) {

    /** What a taste can be for. */
    public enum Kind {
        GENRE,
        DIRECTOR,
        ACTOR,
        COUNTRY,
        ERA;

        /** What a film has of this kind. */
        public List<String> of(Film film) {
            return switch (this) {
                case GENRE -> film.genres();
                case DIRECTOR -> film.directors();
                case ACTOR -> film.actors();
                case COUNTRY -> film.countries();
                case ERA -> List.of(film.era());
            };
        }
    }

    /** Whether the film has what is liked. */
    public boolean matches(Film film) {
        return kind.of(film).contains(value);
    }
}
