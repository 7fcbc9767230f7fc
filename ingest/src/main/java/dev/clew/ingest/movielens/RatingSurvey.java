package dev.clew.ingest.movielens;

import java.io.IOException;
import java.util.BitSet;

/** What a first pass over the ratings tells: who the users are, how many ratings there are, and whether each user's stand together. */
final class RatingSurvey {
    private final BitSet users = new BitSet();
    private long count;
    private boolean grouped = true;
    private int lastUser = -1;

    private RatingSurvey() {}

    static RatingSurvey of(Ratings ratings) throws IOException {
        RatingSurvey survey = new RatingSurvey();
        ratings.read(survey::add, rejected -> {});
        return survey;
    }

    private void add(Rating rating) {
        int user = rating.user();
        grouped &= user == lastUser || !users.get(user);
        users.set(user);
        lastUser = user;
        count++;
    }

    /** Ids of the users who rated. */
    BitSet users() {
        return users;
    }

    long count() {
        return count;
    }

    /** Whether no user's ratings are interrupted by another's, so that repeats are found without remembering all pairs. */
    boolean isGrouped() {
        return grouped;
    }
}
