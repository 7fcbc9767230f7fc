package dev.clew.core.path.learn;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.path.MetaPathProvider;
import dev.clew.core.path.PathScores;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.recommend.WorkMeter;
import dev.clew.core.settings.Settings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Learns how much each meta-path should count. A score is linear in the path weights, so what each path alone says of an item is a feature of it, and the
 * weights, none of them below 0, are those of a softmax regression that tells the held-out items of some users from others (see {@link SoftmaxLoss}). Other
 * users, none of whose held-out items was learned from, then judge: lists are made with the weights before and with the learned ones, and
 * {@link LearnedPaths#improves} says which are better. Both know the train graph only.
 *
 * <p>A path that says nothing of any item looked at keeps its weight. The learned weights are scaled so that the largest is 1, which changes no order.
 *
 * <p>Everything random is drawn by the seed, and the same data gives the same weights on any machine, unless the time runs out: then there are
 * fewer users, and {@link LearnedPaths#complete} is false. Half of the time may go to collecting features, a tenth to the regression.
 *
 * <p>Sources: Lao and Cohen, Relational retrieval using a combination of path-constrained random walks, Machine Learning 2010, who learn weights of paths by
 * logistic regression; the loss is listwise here.
 *
 * <p>Cost: the walks of each learning user along each path, of each judging user twice; memory for {@code users * candidates * paths} floats.
 */
public final class PathWeightLearner {
    /** Features kept, at most: 128 MiB. */
    private static final long MOST_FEATURES = 1L << 25;

    private static final int DIGITS = 4;
    private static final RecommenderProvider PROVIDER = new MetaPathProvider();
    private static final Recommenders RECOMMENDERS = Recommenders.installed(PathWeightLearner.class.getClassLoader());

    private final RecommendationGraph graph;
    private final Map<String, ?> options;
    private final PathLearningParameters parameters;
    private final TrainingData data;
    private final PathScores scores;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private final long deadlineNanos;
    private final DoubleConsumer progress;
    private boolean complete = true;

    private PathWeightLearner(
            TrainingData data,
            Map<String, ?> options,
            PathLearningParameters parameters,
            long deadlineNanos,
            LongSupplier nanoTime,
            DoubleConsumer progress) {
        this.data = data;
        this.graph = data.graph();
        this.options = options;
        this.parameters = parameters;
        this.scores = new PathScores(graph.schema(), settings(options));
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
        this.deadlineNanos = deadlineNanos;
        this.progress = progress;
    }

    /**
     * Learns the weights of all paths of the graph's schema.
     *
     * @param data a graph and what was kept out of it
     * @param options of the recommender {@code meta-path}, for its exponents and the weights before
     * @param deadlineNanos moment of {@link System#nanoTime} to end by, or {@link Budget#NO_DEADLINE}
     * @param progress told how much is done, in [0, 1]
     * @throws IllegalArgumentException if fewer than two users have something held out: there is nothing to learn from, or to judge by
     */
    public static LearnedPaths learn(
            TrainingData data,
            Map<String, ?> options,
            PathLearningParameters parameters,
            long deadlineNanos,
            DoubleConsumer progress) {
        return learn(data, options, parameters, deadlineNanos, System::nanoTime, progress);
    }

    /** For tests that turn the clock themselves. */
    static LearnedPaths learn(
            TrainingData data,
            Map<String, ?> options,
            PathLearningParameters parameters,
            long deadlineNanos,
            LongSupplier nanoTime,
            DoubleConsumer progress) {
        return new PathWeightLearner(data, options, parameters, deadlineNanos, nanoTime, progress).learn();
    }

    private LearnedPaths learn() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(parameters.seed());
        int[] users = users(random);
        if (users.length < 2) {
            throw new IllegalArgumentException(
                    "Fewer than two users who liked something else have an interaction held out."
                            + " Hold out a larger share, or learn when there are more interactions.");
        }
        int learning = Math.min(parameters.users(), users.length / 2);
        int judging = Math.min(parameters.users(), users.length - learning);
        Examples examples = examples(Arrays.copyOf(users, learning), random);
        double[] before = scores.weights();
        double[] learned = weights(examples, before);
        Judgement judgement = judged(Arrays.copyOfRange(users, learning, learning + judging), before, learned);
        return new LearnedPaths(
                paths(before, learned),
                judgement.before(),
                judgement.after(),
                examples.users(),
                judgement.users(),
                complete);
    }

    /** Those with something held out and something liked left, shuffled. */
    private int[] users(RandomGenerator random) {
        int[] users = data.validation().users().stream()
                .mapToInt(Integer::intValue)
                .filter(user -> History.of(graph, user).hasLikes())
                .toArray();
        for (int i = users.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = users[i];
            users[i] = users[j];
            users[j] = swapped;
        }
        return users;
    }

    private Examples examples(int[] users, RandomGenerator random) {
        int paths = scores.names().size();
        Examples examples = new Examples(paths);
        int candidates = (int) Math.max(10, Math.min(parameters.candidates(), MOST_FEATURES / paths / users.length));
        ExampleMaker maker = new ExampleMaker(graph, scores, candidates, random);
        WorkMeter meter = new WorkMeter(new Budget(Long.MAX_VALUE, partOfTime(0.5)), nanoTime);
        for (int i = 0; i < users.length; i++) {
            if (!maker.addTo(examples, users[i], data.validation().items(users[i]), meter)) {
                complete = false;
                break;
            }
            progress.accept(0.5 * (i + 1) / users.length);
        }
        examples.scaleColumns();
        return examples;
    }

    /** The moment when so much of the time is gone. */
    private long partOfTime(double part) {
        return deadlineNanos == Budget.NO_DEADLINE
                ? Budget.NO_DEADLINE
                : startNanos + (long) ((deadlineNanos - startNanos) * part);
    }

    private boolean isBefore(long deadline) {
        boolean before = deadline == Budget.NO_DEADLINE || nanoTime.getAsLong() - deadline < 0;
        complete &= before;
        return before;
    }

    private double[] weights(Examples examples, double[] before) {
        if (examples.users() == 0) {
            return before.clone();
        }
        double[] start = new double[before.length];
        for (int path = 0; path < start.length; path++) {
            start[path] = before[path] * examples.scale(path);
        }
        SoftmaxLoss loss = new SoftmaxLoss(examples, parameters.regularization());
        long deadline = partOfTime(0.6);
        double[] scaled = ProjectedGradient.minimum(loss::at, start, () -> isBefore(deadline));
        progress.accept(0.6);
        return unscaled(scaled, examples, before);
    }

    /** The weights of the features as they are, the largest being 1, in few digits: more would claim more than was learned. */
    private static double[] unscaled(double[] scaled, Examples examples, double[] before) {
        double[] weights = new double[scaled.length];
        double largest = 0;
        for (int path = 0; path < weights.length; path++) {
            weights[path] = examples.scale(path) == 0 ? 0 : scaled[path] / examples.scale(path);
            largest = Math.max(largest, weights[path]);
        }
        if (largest == 0) {
            return before.clone();
        }
        for (int path = 0; path < weights.length; path++) {
            weights[path] = examples.scale(path) == 0 ? before[path] : rounded(weights[path] / largest);
        }
        return weights;
    }

    private static double rounded(double weight) {
        return new BigDecimal(weight).round(new MathContext(DIGITS)).doubleValue();
    }

    /** Means over so many users. */
    private record Judgement(double before, double after, int users) {}

    private Judgement judged(int[] users, double[] before, double[] learned) {
        Recommender old = recommender(before);
        Recommender fresh = recommender(learned);
        double sumBefore = 0;
        double sumAfter = 0;
        int judged = 0;
        while (judged < users.length && isBefore(deadlineNanos)) {
            sumBefore += ndcg(old, users[judged]);
            sumAfter += ndcg(fresh, users[judged]);
            judged++;
            progress.accept(0.6 + 0.4 * judged / users.length);
        }
        return judged == 0 ? new Judgement(0, 0, 0) : new Judgement(sumBefore / judged, sumAfter / judged, judged);
    }

    /** The normalised discounted cumulative gain of the user's list, a held-out item being worth 1. Source: Järvelin and Kekäläinen, TOIS 2002. */
    private double ndcg(Recommender recommender, int user) {
        int[] wanted = data.validation().items(user);
        Query query = Query.of(History.of(graph, user), parameters.k(), parameters.asOfMillis());
        List<Recommendation> items = recommender.recommend(graph, query).items();
        double gain = 0;
        for (int rank = 0; rank < items.size(); rank++) {
            gain += Arrays.binarySearch(wanted, items.get(rank).item()) >= 0 ? discount(rank) : 0;
        }
        double ideal = 0;
        for (int rank = 0; rank < Math.min(wanted.length, parameters.k()); rank++) {
            ideal += discount(rank);
        }
        return gain / ideal;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2.0);
    }

    private Recommender recommender(double[] weights) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int path = 0; path < weights.length; path++) {
            byName.put(scores.names().get(path), weights[path]);
        }
        Map<String, Object> weighted = new LinkedHashMap<>(options);
        weighted.put("pathWeights", byName);
        return RECOMMENDERS.fit(PROVIDER.name(), settings(weighted), TrainingData.all(graph), parameters.seed());
    }

    private static Settings settings(Map<String, ?> options) {
        return Settings.of(PROVIDER.parameters(), options);
    }

    private List<LearnedPaths.LearnedPath> paths(double[] before, double[] learned) {
        List<LearnedPaths.LearnedPath> paths = new ArrayList<>();
        for (int path = 0; path < before.length; path++) {
            paths.add(new LearnedPaths.LearnedPath(scores.names().get(path), before[path], learned[path]));
        }
        return paths;
    }
}
