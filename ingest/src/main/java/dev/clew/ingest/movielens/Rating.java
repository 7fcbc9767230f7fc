package dev.clew.ingest.movielens;

import dev.clew.ingest.source.Origin;

/**
 * One rating.
 *
 * @param value in [0.5, 5] stars
 * @param timestamp epoch milliseconds; the files have seconds
 */
record Rating(Origin origin, int user, int movie, double value, long timestamp) {}
