package dev.clew.benchmarks.vectors;

import java.util.List;

/**
 * A list as it was served.
 *
 * @param versions of the model, one a row; {@link #NO_VERSION} where none is named
 */
record VectorAnswer(List<Object> items, List<Double> scores, List<Long> versions) {
    static final long NO_VERSION = -1;

    boolean isSameList(VectorAnswer other) {
        return items.equals(other.items) && scores.equals(other.scores);
    }

    /**
     * Whether all of it is from one version: it names one, and its scores are those of that version.
     *
     * @param plain the answer of the one version
     * @param doubled the other version, whose scores are twice as large
     */
    boolean isWhollyOfOneVersion(VectorAnswer plain, long doubled) {
        boolean isDoubled = versions.contains(doubled);
        List<Double> expected = plain.scores.stream()
                .map(score -> isDoubled ? 2 * score : score)
                .toList();
        return versions.stream().distinct().count() <= 1 && items.equals(plain.items) && scores.equals(expected);
    }
}
