package dev.clew.core.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant when a name is unknown. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * Words for an error message: the nearest known name if it is near enough, then all known names.
     *
     * @return for example {@code "Did you mean 'timeoutMillis'? Allowed: k, timeoutMillis"}
     */
    public static String didYouMean(String given, Collection<String> known) {
        String allowed = "Allowed: " + String.join(", ", known);
        return nearest(given, known)
                .map(name -> "Did you mean '" + name + "'? " + allowed)
                .orElse(allowed);
    }

    /** The known name with the smallest edit distance, if that is at most a third of the longer name's length, at least 1. */
    static Optional<String> nearest(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(given, name)))
                .filter(name -> distance(given, name) <= Math.max(1, Math.max(given.length(), name.length()) / 3));
    }

    /** Levenshtein distance, ignoring case. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replace = previous[j - 1] + (same ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
