package dev.clew.evaluation.protocol;

import java.util.Arrays;
import java.util.Locale;

/** How the test part is set apart. Every one ranks the whole catalogue but what the user acted on in the train part. */
public enum Protocol {
    /** As the data gives it: its own test file. */
    GIVEN("the data's own test part"),
    /** Pairs of user and item drawn with the same chance. */
    RANDOM("pairs drawn at random"),
    /** One pair, drawn at random, of each user with at least two. */
    LEAVE_ONE_OUT("one pair of each user"),
    /** Whole users, asked for by the history that is given with the request. */
    USERS("users unseen in training, with a part of their history given"),
    /** The newest pairs of all users together. */
    TEMPORAL("the newest pairs of all users"),
    /** Whole items: all their pairs. */
    COLD_ITEMS("items without any interaction in training");

    private final String description;

    Protocol(String description) {
        this.description = description;
    }

    /** What is held out, in words. */
    public String description() {
        return description;
    }

    /** As commands and results write it, for example {@code leave-one-out}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The protocol of that label.
     *
     * @throws IllegalArgumentException if there is none, listing those there are
     */
    public static Protocol of(String label) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("protocol (" + label + ") must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(Protocol::label).toList())
                        + "."));
    }
}
