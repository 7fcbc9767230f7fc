package dev.clew.evaluation.run;

import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.FallbackRecommender;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.evaluation.metric.Auc;
import dev.clew.evaluation.metric.Exposure;
import dev.clew.evaluation.metric.ItemFacts;
import dev.clew.evaluation.metric.JudgedList;
import dev.clew.evaluation.metric.UserMetric;
import dev.clew.evaluation.protocol.Task;
import dev.clew.evaluation.statistics.Bootstrap;
import dev.clew.evaluation.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fits recommenders on a task's train graph, asks them for every user and measures the lists: the full catalogue is ranked, with what the
 * user acted on in the train graph left out. A user whom a recommender cannot serve is answered by the fallback, as when serving; the share
 * of them is the metric {@code FallbackShare}.
 *
 * <p>Users are asked for on all cores; the result does not depend on their number.
 */
public final class Evaluator {
    /** What serving falls back to; see {@code clew.recommend}. */
    private static final String FALLBACK = "popularity";

    private final Recommenders recommenders;
    private final Task task;
    private final RunSettings settings;
    private final RunListener listener;
    private final ItemFacts facts;
    private final IntPredicate candidate;
    private final int[] catalogue;
    private final List<UserMetric> metrics;
    private final List<AskedUser> users;

    /** Prepares what all recommenders are asked. */
    public Evaluator(Recommenders recommenders, Task task, RunSettings settings, RunListener listener) {
        this.recommenders = recommenders;
        this.task = task;
        this.settings = settings;
        this.listener = listener;
        this.facts = new ItemFacts(task.train());
        this.candidate = settings.candidates().predicate(facts);
        this.catalogue = Arrays.stream(facts.items()).filter(candidate).toArray();
        this.metrics = UserMetrics.of(task.train(), facts, settings.ks());
        this.users = AskedUsers.of(task, settings, candidate);
    }

    /** How many users are asked for. */
    public int userCount() {
        return users.size();
    }

    /** How many items are ranked. */
    public int candidateCount() {
        return catalogue.length;
    }

    /**
     * Fits and measures one recommender.
     *
     * @param given parameters by name; what is not given has its default
     * @throws IllegalArgumentException for an unknown recommender or parameter, or a value out of range
     */
    public RecommenderResult evaluate(String name, Map<String, ?> given) {
        RecommenderProvider provider = recommenders.named(name);
        Settings own = Settings.of(provider.parameters(), given);
        Resources.resetPeak();
        double begin = Resources.cpuSeconds();
        listener.at("Fitting " + name, 0, 0);
        Recommender fitted = recommenders.fit(name, own, TrainingData.all(task.train()), settings.seed());
        double fit = Resources.cpuSeconds() - begin;
        Recommender asked = withFallback(fitted);
        List<JudgedList> lists = lists(asked);
        double rank = Resources.cpuSeconds() - begin - fit;
        Map<String, double[]> perUser = perUser(asked, fitted, lists);
        return new RecommenderResult(
                name,
                ParameterValues.complete(provider, given),
                users.size(),
                summary(lists, perUser),
                perUser,
                segments(lists, perUser),
                fit,
                rank,
                Resources.peakBytes());
    }

    private Recommender withFallback(Recommender fitted) {
        boolean hasFallback =
                recommenders.all().stream().anyMatch(it -> it.name().equals(FALLBACK));
        if (!hasFallback || fitted.name().equals(FALLBACK)) {
            return fitted;
        }
        Settings defaults = Settings.defaults(recommenders.named(FALLBACK).parameters());
        return new FallbackRecommender(
                fitted, recommenders.fit(FALLBACK, defaults, TrainingData.all(task.train()), settings.seed()));
    }

    private List<JudgedList> lists(Recommender recommender) {
        @Nullable JudgedList[] lists = new JudgedList[users.size()];
        AtomicLong done = new AtomicLong();
        IntStream.range(0, lists.length).parallel().forEach(i -> {
            lists[i] = list(recommender, users.get(i), settings.longest());
            listener.at("Asking " + recommender.name(), done.incrementAndGet(), lists.length);
        });
        return Arrays.stream(lists).map(Objects::requireNonNull).toList();
    }

    private JudgedList list(Recommender recommender, AskedUser user, int k) {
        Query query =
                new Query(user.history(), k, candidate, task.asOfMillis(), settings.seed(), Budget.UNLIMITED, false);
        int[] items = recommender.recommend(task.train(), query).items().stream()
                .mapToInt(Recommendation::item)
                .toArray();
        return new JudgedList(items, user.relevant(), user.liked());
    }

    private Map<String, double[]> perUser(Recommender asked, Recommender fitted, List<JudgedList> lists) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (UserMetric metric : metrics) {
            values.put(
                    metric.name(),
                    lists.parallelStream().mapToDouble(metric::of).toArray());
        }
        if (settings.aucUsers() > 0) {
            values.put("AUC", auc(asked));
        }
        values.put(
                "FallbackShare",
                users.stream()
                        .mapToDouble(user -> fitted.canServe(user.history()) ? 0 : 1)
                        .toArray());
        return values;
    }

    /** Whole rankings cost much more than their first places: some users, evenly spread, stand for all. */
    private double[] auc(Recommender recommender) {
        double[] values = new double[users.size()];
        Arrays.fill(values, Double.NaN);
        int asked = Math.min(settings.aucUsers(), values.length);
        AtomicLong done = new AtomicLong();
        IntStream.range(0, asked).parallel().forEach(i -> {
            int at = (int) ((long) i * values.length / asked);
            values[at] = auc(recommender, users.get(at));
            listener.at("Ranking all by " + recommender.name(), done.incrementAndGet(), asked);
        });
        return values;
    }

    private double auc(Recommender recommender, AskedUser user) {
        int actedOn = (int) user.history().items().stream().filter(candidate).count();
        int candidates = catalogue.length - actedOn;
        return new Auc(candidates).of(list(recommender, user, Math.max(1, candidates)));
    }

    private Map<String, Interval> summary(List<JudgedList> lists, Map<String, double[]> perUser) {
        listener.at("Drawing intervals", 0, 0);
        List<Interval> intervals = bootstrap().intervals(List.copyOf(perUser.values()));
        Map<String, Interval> summary = new LinkedHashMap<>();
        int at = 0;
        for (String name : perUser.keySet()) {
            summary.put(name, intervals.get(at++));
        }
        for (int k : settings.ks()) {
            Exposure exposure = exposure(lists, k);
            summary.put("Coverage@" + k, Interval.exactly(exposure.coverage()));
            summary.put("Gini@" + k, Interval.exactly(exposure.gini()));
        }
        return summary;
    }

    private Bootstrap bootstrap() {
        return new Bootstrap(settings.resamples(), settings.seed());
    }

    private Exposure exposure(List<JudgedList> lists, int k) {
        long[] byNode = new long[task.train().nodeCount()];
        for (JudgedList list : lists) {
            for (int place = 0; place < Math.min(k, list.size()); place++) {
                byNode[list.item(place)]++;
            }
        }
        return new Exposure(
                Arrays.stream(catalogue).mapToLong(item -> byNode[item]).toArray());
    }

    private List<Segment> segments(List<JudgedList> lists, Map<String, double[]> perUser) {
        int k = settings.longest();
        Segments segments = new Segments(facts, bootstrap());
        List<Segment> all =
                new ArrayList<>(segments.byHistoryLength(lists, perUser, List.of("Recall@" + k, "NDCG@" + k)));
        all.addAll(segments.byItemAge(users, lists, k));
        return all;
    }
}
