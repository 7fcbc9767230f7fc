package dev.clew.gnn.training;

import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.core.vectors.VectorRecommender;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Mean Recall@20 of vectors over users with held-out items, asked as they will be served. Of many users, evenly spread ones are asked.
 *
 * <p>Cost: an answer for each of at most 1,000 users.
 */
public final class ValidationRecall implements ToDoubleFunction<ItemFactors> {
    private static final int K = 20;
    private static final int USERS = 1000;

    private final TrainingData data;
    private final int[] itemNodes;
    private final List<Integer> users;

    /** @param itemNodes the item of each row of the vectors */
    public ValidationRecall(TrainingData data, int[] itemNodes) {
        this.data = data;
        this.itemNodes = itemNodes;
        List<Integer> all = List.copyOf(data.validation().users());
        int asked = Math.min(USERS, all.size());
        this.users = IntStream.range(0, asked)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / asked)))
                .toList();
    }

    /** NaN if nothing is held out. */
    @Override
    public double applyAsDouble(ItemFactors factors) {
        if (users.isEmpty()) {
            return Double.NaN;
        }
        VectorRecommender recommender = new VectorRecommender("validation", vectors(itemNodes, factors));
        return users.parallelStream()
                        .mapToDouble(user -> recall(recommender, user))
                        .sum()
                / users.size();
    }

    private double recall(VectorRecommender recommender, int user) {
        Set<Integer> wanted =
                Arrays.stream(data.validation().items(user)).boxed().collect(Collectors.toSet());
        Query query = Query.of(History.of(data.graph(), user), K, 0);
        long found = recommender.recommend(data.graph(), query).items().stream()
                .map(Recommendation::item)
                .filter(wanted::contains)
                .count();
        return found / (double) wanted.size();
    }

    /** Learned vectors as a recommender takes them. */
    public static ItemVectors vectors(int[] itemNodes, ItemFactors factors) {
        return new ItemVectors(itemNodes, factor(factors.history()), factor(factors.candidate()));
    }

    private static Factor factor(dev.clew.gnn.matrix.DenseMatrix vectors) {
        float[] scales = new float[vectors.rows()];
        Arrays.fill(scales, 1);
        return new Factor(vectors.values(), scales, vectors.columns());
    }
}
