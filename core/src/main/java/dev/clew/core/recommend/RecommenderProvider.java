package dev.clew.core.recommend;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import java.util.List;

/** A kind of recommender: how to set it and how to make one. Found by {@link java.util.ServiceLoader}. */
public interface RecommenderProvider {
    /** The name callers ask for it by, for example {@code meta-path}. */
    String name();

    /** One sentence for people choosing between recommenders. */
    String description();

    /** What may be set, with defaults and ranges. */
    List<Parameter> parameters();

    /** What fitting on this graph would cost, before it is tried. */
    Estimate estimate(RecommendationGraph graph);

    /** The same at other settings than the defaults; a provider whose cost hardly depends on them need not tell. */
    default Estimate estimate(RecommendationGraph graph, Settings settings) {
        return estimate(graph);
    }

    /**
     * Makes a recommender from data.
     *
     * @param settings of {@link #parameters}
     */
    Recommender fit(TrainingData data, Settings settings, FitContext context);

    /** A cost to be expected: CPU seconds and bytes of memory. */
    record Estimate(double cpuSeconds, long bytes) {
        /** The cost of a recommender that only reads the graph. */
        public static final Estimate NOTHING = new Estimate(0, 0);
    }
}
