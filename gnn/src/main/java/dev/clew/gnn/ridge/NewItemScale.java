package dev.clew.gnn.ridge;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.Neighbours;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.Explain;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.split.Split;
import dev.clew.core.split.Splits;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.EncoderScales;
import dev.clew.core.vectors.FilterParameters;
import dev.clew.core.vectors.VectorRecommender;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Sets the scores of new items against those of known ones: as high as known items can bear. On a part of the data where as large a share of the
 * items is new as in the catalogue, and a tenth of the other pairs is withheld too, it is the largest scale with which these pairs lose at most
 * {@value #MOST_LOSS} of their Recall@{@value #K} to new items.
 *
 * <p>The loss grows with the scale, so the scale is found by halving. Cost: one more fit, and two lists for some thousand users.
 */
public final class NewItemScale {
    static final int K = 20;
    /** What is promised is 2 %; the rest is for chance, since the pairs are a sample. */
    static final double MOST_LOSS = 0.015;

    private static final double WARM_SHARE = 0.1;
    /** For a catalogue without new items, which will have some, and one of almost nothing else, of which enough must be left to learn from. */
    private static final double LEAST_NEW = 0.02;

    private static final double MOST_NEW = 0.5;
    private static final int USERS = 5000;
    private static final int HALVINGS = 40;

    private final GraphSnapshot graph;
    private final long seed;
    /** The moment asked about: that of the last interaction. */
    private final long atMillis;

    NewItemScale(GraphSnapshot graph, long seed) {
        this.graph = graph;
        this.seed = seed;
        this.atMillis = IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).role() == NodeRole.USER)
                .mapToObj(user -> History.of(graph, user).actions())
                .flatMap(List::stream)
                .mapToLong(Action::timeMillis)
                .max()
                .orElse(0);
    }

    /**
     * A recommender with the scores of new items multiplied by what is given, or if that is 0 by what is chosen.
     *
     * @param fitted on the graph, new items' scores multiplied by 1
     * @param fit makes such a recommender from another graph
     * @throws IllegalArgumentException if a scale is to be chosen on a graph that cannot be split
     */
    public static VectorRecommender set(
            VectorRecommender fitted,
            double given,
            RecommendationGraph graph,
            long seed,
            Function<GraphSnapshot, VectorRecommender> fit) {
        AttributeEncoder encoder = fitted.encoder().orElseThrow();
        double scale = given > 0 || encoder.space().size() == 0 ? given : chosen(graph, seed, fit);
        EncoderScales scales = new EncoderScales(
                encoder.scales().history(), (float) scale, encoder.scales().shared());
        return new VectorRecommender(fitted.name(), fitted.vectors(), fitted.filter(), encoder.with(scales));
    }

    private static double chosen(RecommendationGraph graph, long seed, Function<GraphSnapshot, VectorRecommender> fit) {
        if (graph instanceof GraphSnapshot snapshot) {
            return new NewItemScale(snapshot, seed).choose(fit);
        }
        throw new IllegalArgumentException("newItemScale (0) is chosen on a part of the graph, and this one cannot be"
                + " split. Give a number above 0.");
    }

    /** What one user was given: scores of the best known and new items, best first, and which of the known ones were withheld. */
    private record Lists(List<Double> known, List<Boolean> hits, List<Double> added, int withheld) {
        /** Recall with new items' scores multiplied: a known item stays if fewer than K are above it. */
        double recall(double scale) {
            int found = 0;
            int above = 0;
            for (int place = 0; place < known.size(); place++) {
                while (above < added.size() && scale * added.get(above) > known.get(place)) {
                    above++;
                }
                found += hits.get(place) && place + above < K ? 1 : 0;
            }
            return (double) found / withheld;
        }
    }

    /**
     * The scale for a recommender whose new items' scores are so far multiplied by 1.
     *
     * @param fit makes that recommender from a graph
     */
    double choose(Function<GraphSnapshot, VectorRecommender> fit) {
        Split cold = Splits.coldItems(graph, shareOfNew(), seed);
        Split warm = Splits.random(cold.train(), WARM_SHARE, seed + 1);
        VectorRecommender fitted = fit.apply(warm.train());
        // The filter walks from item to item by the users of both: new items have none, so it adds nothing to them.
        VectorRecommender unfiltered = new VectorRecommender(
                fitted.name(),
                fitted.vectors(),
                FilterParameters.NONE,
                fitted.encoder().orElseThrow());
        List<Lists> lists = users(warm)
                .parallel()
                .mapToObj(user -> lists(warm, fitted, unfiltered, user))
                .toList();
        double least = (1 - MOST_LOSS) * recall(lists, 0);
        double low = 0;
        double high = 1;
        for (; recall(lists, high) >= least && high < 1e9; high *= 2) {
            low = high;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (recall(lists, middle) >= least) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double shareOfNew() {
        List<Neighbours> likes = graph.schema().relationshipTypes(RelationshipRole.INTERACTION).stream()
                .map(type -> graph.neighbours(type, Direction.IN))
                .toList();
        int[] items = IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.contains(node) && graph.nodeType(node).role() == NodeRole.ITEM)
                .toArray();
        double share = IntStream.of(items)
                        .filter(item ->
                                likes.stream().allMatch(it -> it.at(item).size() == 0))
                        .count()
                / Math.max(1.0, items.length);
        return Math.min(MOST_NEW, Math.max(LEAST_NEW, share));
    }

    /** Those of whom something is withheld, evenly spread. */
    private static IntStream users(Split warm) {
        int[] all = warm.heldOut().users().stream().mapToInt(Integer::intValue).toArray();
        int count = Math.min(USERS, all.length);
        return IntStream.range(0, count).map(i -> all[(int) ((long) i * all.length / count)]);
    }

    private Lists lists(Split warm, VectorRecommender fitted, VectorRecommender unfiltered, int user) {
        History history = History.of(warm.train(), user);
        IntPredicate isNew = item -> fitted.vectors().row(item) < 0;
        List<Recommendation> known = best(warm.train(), fitted, history, isNew.negate());
        List<Recommendation> added = best(warm.train(), unfiltered, history, isNew);
        List<Boolean> hits = known.stream()
                .map(item -> warm.heldOut().contains(user, item.item()))
                .toList();
        return new Lists(scores(known), hits, scores(added), warm.heldOut().items(user).length);
    }

    private List<Recommendation> best(
            RecommendationGraph graph, VectorRecommender fitted, History history, IntPredicate candidate) {
        Query query = new Query(history, K, candidate, atMillis, 0, Budget.UNLIMITED, Explain.NONE);
        return fitted.recommend(graph, query).items();
    }

    private static List<Double> scores(List<Recommendation> items) {
        return items.stream().map(Recommendation::score).toList();
    }

    private static double recall(List<Lists> lists, double scale) {
        return lists.stream().mapToDouble(it -> it.recall(scale)).average().orElse(0);
    }
}
