package dev.clew.ingest.sample;

/**
 * A simulated rating.
 *
 * @param stars 0.5 to 5 in halves
 * @param timestamp epoch milliseconds
 */
public record SampleRating(Film film, double stars, long timestamp) {}
