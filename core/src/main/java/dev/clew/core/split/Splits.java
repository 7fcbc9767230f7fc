package dev.clew.core.split;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * Ways to keep positive interactions out of a graph. A pair of user and item goes as a whole, however often and by whatever type the user acted on the item: half a pair in the train graph
 * would tell of the other half. Chance is a function of seed, user key and item key alone, so that a split is the same whatever the order of loading.
 */
public final class Splits {
    private Splits() {}

    /**
     * Holds out each pair with the same chance. A user may lose everything, or nothing.
     *
     * @param share the chance, in (0, 1)
     */
    public static Split random(GraphSnapshot graph, double share, long seed) {
        checkShare(share);
        return split(graph, drawn(graph, seed, item -> share));
    }

    /**
     * Holds out pairs of popular items rather than of others: a pair's chance grows with the square root of the number of users who liked the item, and is
     * the share on average over all pairs. No chance is above 1, so that a large share holds out somewhat less.
     *
     * @param share of the pairs, in (0, 1)
     */
    public static Split popular(GraphSnapshot graph, double share, long seed) {
        checkShare(share);
        Map<Integer, Integer> likes = new HashMap<>();
        forEachUser(graph, (user, items) -> items.keySet().forEach(item -> likes.merge(item, 1, Integer::sum)));
        double pairs = likes.values().stream().mapToDouble(Integer::doubleValue).sum();
        double roots = likes.values().stream()
                .mapToDouble(count -> count * Math.sqrt(count))
                .sum();
        return split(graph, drawn(graph, seed, item -> share * Math.sqrt(likes.getOrDefault(item, 0)) * pairs / roots));
    }

    /** The pairs of each user that an item's chance draws. */
    private static Map<Integer, List<Integer>> drawn(GraphSnapshot graph, long seed, IntToDoubleFunction chanceOfItem) {
        Map<Integer, List<Integer>> drawn = new HashMap<>();
        forEachUser(
                graph,
                (user, items) -> items.keySet().forEach(item -> {
                    if (chance(graph, seed, user, item) < chanceOfItem.applyAsDouble(item)) {
                        drawn.computeIfAbsent(user, key -> new ArrayList<>()).add(item);
                    }
                }));
        return drawn;
    }

    /** Holds out one pair of every user who has at least two. */
    public static Split leaveOneOut(GraphSnapshot graph, long seed) {
        Map<Integer, List<Integer>> heldOut = new HashMap<>();
        Comparator<Integer> byKey = (a, b) -> graph.schema().item().keyType().compare(graph.key(a), graph.key(b));
        forEachUser(graph, (user, items) -> {
            if (items.size() >= 2) {
                Comparator<Integer> byChance = Comparator.comparingDouble(item -> chance(graph, seed, user, item));
                items.keySet().stream()
                        .min(byChance.thenComparing(byKey))
                        .ifPresent(item -> heldOut.put(user, List.of(item)));
            }
        });
        return split(graph, heldOut);
    }

    /**
     * Holds out the newest pairs of all users together, so that nobody's future is learned from. A pair is as old as its first interaction: acting again on a known item is no
     * discovery. Pairs of the same second stay together, and no more than the share is held out; pairs without a time stay in the train graph.     *
     * @param share of the pairs with a time, in (0, 1)
     * @throws IllegalArgumentException if no interaction has a time
     */
    public static Split temporal(GraphSnapshot graph, double share) {
        return split(graph, after(graph, cut(graph, share)));
    }

    /**
     * As {@link #temporal}, and the train graph forgets the marks made after the cut: what somebody will reject is not known yet.
     *
     * @throws IllegalArgumentException if no interaction has a time
     */
    public static Split past(GraphSnapshot graph, double share) {
        long cut = cut(graph, share);
        return split(LaterMarks.without(graph, cut), after(graph, cut));
    }

    /** The last moment that is learned from, so that no more than the share of the dated pairs comes after it. */
    private static long cut(GraphSnapshot graph, double share) {
        checkShare(share);
        List<Long> times = new ArrayList<>();
        forEachUser(
                graph,
                (user, items) ->
                        items.values().stream().filter(time -> time != NO_TIME).forEach(times::add));
        if (times.isEmpty()) {
            throw new IllegalArgumentException("A temporal split needs times and no interaction has one. Declare the"
                    + " property that holds it as 'time', or split at random.");
        }
        times.sort(null);
        return times.get(times.size() - (int) Math.floor(share * times.size()) - 1);
    }

    private static Map<Integer, List<Integer>> after(GraphSnapshot graph, long cut) {
        Map<Integer, List<Integer>> heldOut = new HashMap<>();
        forEachUser(
                graph,
                (user, items) -> items.forEach((item, time) -> {
                    if (time != NO_TIME && time > cut) {
                        heldOut.computeIfAbsent(user, key -> new ArrayList<>()).add(item);
                    }
                }));
        return heldOut;
    }

    /**
     * Holds out whole items: every pair of an item goes, or none, so that the held-out items are new to whoever learns from the train graph.
     *
     * @param share the chance of an item that anybody liked, in (0, 1)
     */
    public static Split coldItems(GraphSnapshot graph, double share, long seed) {
        checkShare(share);
        Map<Integer, List<Integer>> heldOut = new HashMap<>();
        forEachUser(
                graph,
                (user, items) -> items.keySet().forEach(item -> {
                    if (chance(graph, seed, item) < share) {
                        heldOut.computeIfAbsent(user, key -> new ArrayList<>()).add(item);
                    }
                }));
        return split(graph, heldOut);
    }

    /**
     * Holds out pairs that the rest of the graph says little of. Each pair is drawn with twice the share as its chance; of those drawn, the half with the
     * least support is held out, ties by chance. A pair's support is the number of ways from the user over another item they liked and
     * another user who liked it to the item.
     *
     * <p>Why: real test pairs have less support than pairs drawn at random from the train part, and recommenders rank differently on
     * them. Cost: for each drawn pair, the interactions of the users who liked the item; on all cores.
     *
     * @param share of the pairs, in (0, 0.5]
     */
    public static Split lowSupport(GraphSnapshot graph, double share, long seed) {
        if (!(share > 0 && share <= 0.5)) {
            throw new IllegalArgumentException("share (" + share + ") must be in (0, 0.5]: twice as many are drawn.");
        }
        Map<Integer, int[]> items = new TreeMap<>();
        forEachUser(
                graph,
                (user, likes) -> items.put(
                        user,
                        likes.keySet().stream().mapToInt(Integer::intValue).toArray()));
        List<LowSupport.Pair> held = new LowSupport(items, graph.nodeCount())
                .weakestHalf((user, item) -> chance(graph, seed, user, item), 2 * share);
        Map<Integer, List<Integer>> heldOut = new HashMap<>();
        held.forEach(pair ->
                heldOut.computeIfAbsent(pair.user(), key -> new ArrayList<>()).add(pair.item()));
        return split(graph, heldOut);
    }

    /**
     * Holds out whole users: those drawn leave no interaction in the train graph. Of each, about a fifth of the pairs is to be found, at least one, and the
     * others are the history given with the request; users with a single pair are not drawn.
     *
     * @param share the chance of a user, in (0, 1)
     */
    public static FoldInSplit users(GraphSnapshot graph, double share, long seed) {
        checkShare(share);
        Map<Integer, List<Integer>> heldOut = new HashMap<>();
        forEachUser(graph, (user, items) -> {
            if (items.size() >= 2 && chance(graph, seed, user) < share) {
                heldOut.put(user, toFind(graph, seed, user, items.keySet()));
            }
        });
        Split asked = split(graph, heldOut);
        GraphSnapshot train = graph.keepingInteractions((user, item) -> !heldOut.containsKey(user));
        return new FoldInSplit(train, asked.train(), asked.heldOut());
    }

    private static List<Integer> toFind(GraphSnapshot graph, long seed, int user, Set<Integer> items) {
        Comparator<Integer> byChance = Comparator.comparingDouble(item -> chance(graph, seed, user, item));
        Comparator<Integer> byKey = (a, b) -> graph.schema().item().keyType().compare(graph.key(a), graph.key(b));
        return items.stream()
                .sorted(byChance.thenComparing(byKey))
                .limit(Math.max(1, items.size() / 5))
                .toList();
    }

    private static final long NO_TIME = 0;

    /** Visits each user with their items, ascending, and the time of the first dated interaction with each. */
    private static void forEachUser(GraphSnapshot graph, BiConsumer<Integer, Map<Integer, Long>> visitor) {
        List<Neighbours> rows = graph.schema().relationshipTypes(RelationshipRole.INTERACTION).stream()
                .map((RelationshipType type) -> graph.neighbours(type, Direction.OUT))
                .toList();
        for (int user = 0; user < graph.nodeCount(); user++) {
            if (graph.contains(user) && graph.nodeType(user).role() == NodeRole.USER) {
                Map<Integer, Long> items = new TreeMap<>();
                for (Neighbours row : rows) {
                    addAll(row.at(user), items);
                }
                visitor.accept(user, items);
            }
        }
    }

    private static void addAll(Neighbours row, Map<Integer, Long> items) {
        for (int i = 0; i < row.size(); i++) {
            items.merge(row.node(i), row.timeMillis(i), Splits::earlier);
        }
    }

    private static long earlier(long a, long b) {
        return a == NO_TIME ? b : b == NO_TIME ? a : Math.min(a, b);
    }

    private static Split split(GraphSnapshot graph, Map<Integer, List<Integer>> itemsByUser) {
        Map<Integer, int[]> arrays = new HashMap<>();
        itemsByUser.forEach((user, items) ->
                arrays.put(user, items.stream().mapToInt(Integer::intValue).toArray()));
        HeldOut heldOut = new HeldOut(arrays);
        return new Split(graph.keepingInteractions((user, item) -> !heldOut.contains(user, item)), heldOut);
    }

    /** Uniform in [0, 1). */
    private static double chance(GraphSnapshot graph, long seed, int user, int item) {
        long hash = mix(mix(mix(seed) ^ hash(graph.key(user))) ^ hash(graph.key(item)));
        return (hash >>> 11) * 0x1p-53;
    }

    /** Uniform in [0, 1), for a node alone. */
    private static double chance(GraphSnapshot graph, long seed, int node) {
        return (mix(mix(seed) ^ hash(graph.key(node))) >>> 11) * 0x1p-53;
    }

    private static long hash(Object key) {
        if (key instanceof Long number) {
            return mix(number);
        }
        long hash = 0;
        String text = (String) key;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash ^ text.charAt(i));
        }
        return hash;
    }

    /** A step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static void checkShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be in (0, 1)."
                    + (share >= 1 ? " Maybe it was given as a percentage." : ""));
        }
    }
}
