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

    /** Edits that turn one into the other, ignoring case: a letter more, less or another one, or two neighbours swapped. */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, i, b, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int fewest(int[][] edits, String a, int i, String b, int j) {
        int replace = edits[i - 1][j - 1] + (same(a, i - 1, b, j - 1) ? 0 : 1);
        int least = Math.min(replace, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1);
        return swapped ? Math.min(least, 1 + edits[i - 2][j - 2]) : least;
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
    }
}
