package dev.clew.evaluation.run;

import dev.clew.evaluation.metric.ItemFacts;
import dev.clew.evaluation.metric.JudgedList;
import dev.clew.evaluation.statistics.Bootstrap;
import dev.clew.evaluation.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Quality by how much the user did, and by how old the relevant item is. */
final class Segments {
    private static final int[] LENGTHS = {0, 1, 5, 10, 20, 50, 100};
    private static final long[] AGE_DAYS = {30, 365};

    private final ItemFacts facts;
    private final Bootstrap bootstrap;
    private final long latestMillis;

    Segments(ItemFacts facts, Bootstrap bootstrap) {
        this.facts = facts;
        this.bootstrap = bootstrap;
        this.latestMillis =
                Arrays.stream(facts.items()).mapToLong(facts::firstMillis).max().orElse(0);
    }

    /** Means over the users of each history length, by the number of items liked in the train graph. */
    List<Segment> byHistoryLength(List<JudgedList> lists, Map<String, double[]> perUser, List<String> names) {
        Map<Integer, List<Integer>> users = new TreeMap<>();
        for (int i = 0; i < lists.size(); i++) {
            users.computeIfAbsent(bin(lists.get(i).likedCount()), bin -> new ArrayList<>())
                    .add(i);
        }
        List<Segment> segments = new ArrayList<>();
        users.forEach((bin, members) -> segments.add(
                new Segment("history length", binName(bin), members.size(), means(members, perUser, names))));
        return segments;
    }

    private Map<String, Interval> means(List<Integer> members, Map<String, double[]> perUser, List<String> names) {
        List<double[]> values = names.stream()
                .map(name -> members.stream()
                        .mapToDouble(i -> perUser.getOrDefault(name, new double[0])[i])
                        .toArray())
                .toList();
        List<Interval> intervals = bootstrap.intervals(values);
        Map<String, Interval> metrics = new LinkedHashMap<>();
        IntStream.range(0, names.size()).forEach(i -> metrics.put(names.get(i), intervals.get(i)));
        return metrics;
    }

    private static int bin(int length) {
        return (int) Arrays.stream(LENGTHS).filter(least -> least <= length).count() - 1;
    }

    private static String binName(int bin) {
        if (bin == LENGTHS.length - 1) {
            return LENGTHS[bin] + " or more";
        }
        int last = LENGTHS[bin + 1] - 1;
        return LENGTHS[bin] == last ? String.valueOf(last) : LENGTHS[bin] + " to " + last;
    }

    /**
     * The share of relevant pairs that the first k places held, by the item's age: how long before the latest first interaction of any item
     * its own first one was, in the train graph.
     */
    List<Segment> byItemAge(List<AskedUser> users, List<JudgedList> lists, int k) {
        Map<Integer, long[]> counts = new TreeMap<>();
        for (int i = 0; i < users.size(); i++) {
            for (int item : users.get(i).relevant()) {
                counts.computeIfAbsent(age(item), age -> new long[2])[0]++;
            }
            countHits(lists.get(i), k, counts);
        }
        List<Segment> segments = new ArrayList<>();
        counts.forEach((age, count) -> segments.add(new Segment(
                "item age",
                ageName(age),
                (int) count[0],
                Map.of("Recall@" + k, Interval.exactly((double) count[1] / count[0])))));
        return segments;
    }

    private void countHits(JudgedList list, int k, Map<Integer, long[]> counts) {
        for (int place = 0; place < Math.min(k, list.size()); place++) {
            if (list.isHit(place)) {
                counts.computeIfAbsent(age(list.item(place)), age -> new long[2])[1]++;
            }
        }
    }

    private int age(int item) {
        if (facts.isNew(item)) {
            return 0;
        }
        if (facts.firstMillis(item) == 0) {
            return AGE_DAYS.length + 2;
        }
        long days = TimeUnit.MILLISECONDS.toDays(latestMillis - facts.firstMillis(item));
        return 1 + (int) Arrays.stream(AGE_DAYS).filter(most -> days > most).count();
    }

    private static String ageName(int age) {
        if (age == 0) {
            return "new";
        }
        if (age == AGE_DAYS.length + 2) {
            return "known, without a time";
        }
        return age > AGE_DAYS.length ? "older" : "up to " + AGE_DAYS[age - 1] + " days";
    }
}
