package dev.clew.core.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds pairs of user and item that few walks over other users connect; see {@link Splits#lowSupport}. */
final class LowSupport {
    private static final int[] NONE = {};

    private final int[][] itemsOf;
    private final int[][] usersOf;

    /** A pair, how well the rest of the graph knows of it, and what chance drew it. */
    record Pair(int user, int item, long support, double chance) {}

    /** Uniform in [0, 1), the same each time for the same pair. */
    @FunctionalInterface
    interface Chance {
        double of(int user, int item);
    }

    /** @param items of each user, ascending */
    LowSupport(Map<Integer, int[]> items, int nodeCount) {
        itemsOf = new int[nodeCount][];
        Arrays.fill(itemsOf, NONE);
        items.forEach((user, own) -> itemsOf[user] = own);
        usersOf = reversed();
    }

    private int[][] reversed() {
        int[] counts = new int[itemsOf.length];
        for (int[] items : itemsOf) {
            for (int item : items) {
                counts[item]++;
            }
        }
        int[][] users = new int[itemsOf.length][];
        Arrays.setAll(users, item -> counts[item] == 0 ? NONE : new int[counts[item]]);
        for (int user = itemsOf.length - 1; user >= 0; user--) {
            for (int item : itemsOf[user]) {
                users[item][--counts[item]] = user;
            }
        }
        return users;
    }

    /** Of the pairs whose chance is below the limit, the half with the least support. */
    List<Pair> weakestHalf(Chance chance, double limit) {
        List<Pair> drawn = new ArrayList<>(IntStream.range(0, itemsOf.length)
                .parallel()
                .filter(user -> itemsOf[user].length > 0)
                .mapToObj(user -> drawn(user, chance, limit))
                .flatMap(List::stream)
                .toList());
        drawn.sort(Comparator.comparingLong(Pair::support).thenComparingDouble(Pair::chance));
        return drawn.subList(0, drawn.size() / 2);
    }

    private List<Pair> drawn(int user, Chance chance, double limit) {
        BitSet own = new BitSet();
        Arrays.stream(itemsOf[user]).forEach(own::set);
        List<Pair> pairs = new ArrayList<>();
        for (int item : itemsOf[user]) {
            double it = chance.of(user, item);
            if (it < limit) {
                pairs.add(new Pair(user, item, support(user, item, own), it));
            }
        }
        return pairs;
    }

    private long support(int user, int item, BitSet own) {
        long ways = 0;
        for (int other : usersOf[item]) {
            for (int shared : other == user ? NONE : itemsOf[other]) {
                ways += shared != item && own.get(shared) ? 1 : 0;
            }
        }
        return ways;
    }
}
