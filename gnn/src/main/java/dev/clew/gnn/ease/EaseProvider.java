package dev.clew.gnn.ease;

import dev.clew.core.graph.NodeRole;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.recommend.FitContext;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.RowRecommender;
import dev.clew.gnn.interactions.Catalogue;
import dev.clew.gnn.interactions.InteractionMatrix;
import dev.clew.gnn.matrix.Workers;
import java.util.List;
import java.util.Map;

/** Makes EASE, where the catalogue is small enough for it. */
public final class EaseProvider implements RecommenderProvider {
    static final String NAME = "ease";
    /** Operations a CPU second of the inversion, as measured on a busy machine. */
    private static final double RATE = 8e9;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Item-item weights by ridge regression in closed form; accurate on dense data, for small catalogues.";
    }

    @Override
    public List<Parameter> parameters() {
        return EaseParameters.PARAMETERS;
    }

    @Override
    public Estimate estimate(RecommendationGraph graph) {
        double items = Catalogue.of(graph, NodeRole.ITEM).size();
        double kept = items
                * Math.min(
                        items,
                        EaseParameters.of(Settings.defaults(EaseParameters.PARAMETERS))
                                .rowSize());
        return new Estimate(2 * items * items * items / RATE, bytes((long) items) + (long) (8 * kept));
    }

    private static long bytes(long items) {
        return Float.BYTES * items * items;
    }

    /**
     * @throws IllegalArgumentException if there are more items than {@code maxItems}, or if their square does not fit in memory
     */
    @Override
    public Recommender fit(TrainingData data, Settings settings, FitContext context) {
        EaseParameters parameters = EaseParameters.of(settings);
        checkSize(Catalogue.of(data.graph(), NodeRole.ITEM).size(), parameters.maxItems());
        InteractionMatrix interactions = InteractionMatrix.of(data.graph(), Map.of());
        return new RowRecommender(NAME, new Ease(parameters, Workers.all()).learn(interactions));
    }

    private static void checkSize(int items, int maxItems) {
        long needed = bytes(items);
        String need = items + " items need " + (needed >> 20) + " MB for their square and "
                + Math.round(2.0 * items * items * items / RATE) + " CPU seconds";
        if (items > maxItems) {
            throw new IllegalArgumentException("ease is for at most " + maxItems + " items (maxItems): " + need
                    + ". Use spectral, or raise maxItems.");
        }
        if (needed > Runtime.getRuntime().maxMemory() / 2) {
            throw new IllegalArgumentException("ease does not fit: " + need + ", the heap is "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB. Use spectral, or raise -Xmx.");
        }
    }
}
