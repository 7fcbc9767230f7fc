package dev.clew.benchmarks.freshness;

import java.util.List;
import java.util.Set;

/**
 * What an answer must be. Items are given by their place among the ten keys of a pair.
 *
 * @param present items that must be in the list
 * @param absent items that must not be
 * @param unknownUser whether the user must be unknown instead
 */
record Expectation(Set<Integer> present, Set<Integer> absent, boolean unknownUser) {

    static final Expectation UNKNOWN_USER = new Expectation(Set.of(), Set.of(), true);

    static Expectation present(Integer... items) {
        return new Expectation(Set.of(items), Set.of(), false);
    }

    static Expectation absent(Integer... items) {
        return new Expectation(Set.of(), Set.of(items), false);
    }

    Expectation butAbsent(Integer... items) {
        return new Expectation(present, Set.of(items), unknownUser);
    }

    boolean isMetBy(Answer answer, long firstKey) {
        if (unknownUser || answer.error() != null) {
            return unknownUser && answer.isUnknownUser();
        }
        List<Long> items = answer.items();
        return present.stream().allMatch(item -> items.contains(firstKey + item))
                && absent.stream().noneMatch(item -> items.contains(firstKey + item));
    }
}
