package dev.clew.evaluation.protocol;

import java.util.Arrays;
import java.util.Locale;

/** What of the train part stands in for the test part while settings are chosen. None is right for all data; say which one chose a setting. */
public enum ValidationProxy {
    /** Pairs drawn at random: fair to none in particular, kind to whoever leans on co-occurrence. */
    RANDOM,
    /** The newest pairs: for data whose test part lies later in time. */
    LATEST,
    /** Pairs with little support by co-occurrence: for test parts that hold more of them than a random part of train does. */
    LOW_SUPPORT,
    /** Pairs drawn in proportion to the root of the item's degree: for test parts that hold more of popular items than a random part of train does. */
    POPULAR,
    /** Whole items: for choosing how new items are served. */
    ITEMS;

    /** As commands write it, for example {@code low-support}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The proxy of that label.
     *
     * @throws IllegalArgumentException if there is none, listing those there are
     */
    public static ValidationProxy of(String label) {
        return Arrays.stream(values())
                .filter(proxy -> proxy.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("validation (" + label + ") must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(ValidationProxy::label)
                                        .toList())
                        + "."));
    }
}
