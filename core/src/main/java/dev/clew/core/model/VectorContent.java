package dev.clew.core.model;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.FilterParameters;
import dev.clew.core.vectors.ItemVectors;
import dev.clew.core.vectors.VectorRecommender;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two vectors an item, the filter added to their products, and what gives vectors to items without.
 *
 * @param history the side of items acted on
 * @param candidate the side of items scored; may share its values with the other
 * @param encoder gives vectors to items without one by their attributes; null if nothing does
 */
public record VectorContent(
        Factor history,
        Factor candidate,
        FilterParameters filter,
        @Nullable AttributeEncoder encoder) implements ModelContent {
    /** Without vectors for other items. */
    public VectorContent(Factor history, Factor candidate, FilterParameters filter) {
        this(history, candidate, filter, null);
    }

    public VectorContent {
        if (history.rows() != candidate.rows() || history.dimension() != candidate.dimension()) {
            throw new IllegalArgumentException("The history side (" + history.rows() + " x " + history.dimension()
                    + ") and the candidate side (" + candidate.rows() + " x " + candidate.dimension()
                    + ") must have one shape.");
        }
    }

    static Model of(VectorRecommender trained, RecommendationGraph graph) {
        ItemVectors vectors = trained.vectors();
        return new Model(
                trained.name(),
                ItemKeys.of(graph, IntStream.range(0, vectors.size()).map(vectors::node)),
                new VectorContent(
                        vectors.history(),
                        vectors.candidate(),
                        trained.filter(),
                        trained.encoder().orElse(null)));
    }

    @Override
    public int items() {
        return history.rows();
    }

    @Override
    public int dimension() {
        return history.dimension();
    }

    /** The factors are not copied: rows of items that are gone stay where they are. */
    @Override
    public Recommender bind(String name, int[] nodes) {
        return new VectorRecommender(name, new ItemVectors(nodes, history, candidate), filter, encoder);
    }
}
