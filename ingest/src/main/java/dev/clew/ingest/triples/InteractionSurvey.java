package dev.clew.ingest.triples;

import java.io.IOException;
import java.util.BitSet;
import java.util.stream.IntStream;

/** What a pass over an interaction file tells without keeping it: its users, its largest item, its size. */
final class InteractionSurvey {
    private final BitSet users = new BitSet();
    private int largestItem = -1;
    private long count;
    private boolean oneLinePerUser = true;

    private InteractionSurvey() {}

    static InteractionSurvey of(InteractionFile file) throws IOException {
        InteractionSurvey survey = new InteractionSurvey();
        file.read(survey::add, rejected -> {});
        return survey;
    }

    private void add(long line, int user, int[] items) {
        oneLinePerUser &= !users.get(user);
        users.set(user);
        largestItem = Math.max(largestItem, IntStream.of(items).max().orElse(-1));
        count += items.length;
    }

    BitSet users() {
        return users;
    }

    int largestItem() {
        return largestItem;
    }

    long count() {
        return count;
    }

    /** Whether repeats can only be inside a line, where they are easily left out. */
    boolean hasOneLinePerUser() {
        return oneLinePerUser;
    }
}
