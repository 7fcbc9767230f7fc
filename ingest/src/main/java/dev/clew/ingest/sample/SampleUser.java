package dev.clew.ingest.sample;

import java.util.List;

/**
 * A simulated user.
 *
 * @param id {@code u0001} and so on
 * @param name a given name; several users share one
 * @param tastes what was planted, two or three
 * @param popularityBias how much the user follows the crowd: films are chosen with probability proportional to popularity to this power
 * @param ratings what came of it, in order of time
 */
public record SampleUser(
        String id, String name, List<PlantedTaste> tastes, double popularityBias, List<SampleRating> ratings) {
    public SampleUser {
        tastes = List.copyOf(tastes);
        ratings = List.copyOf(ratings);
    }

    /** Whether any of the user's tastes matches the film. */
    public boolean hasTasteFor(Film film) {
        return tastes.stream().anyMatch(taste -> taste.matches(film));
    }
}
