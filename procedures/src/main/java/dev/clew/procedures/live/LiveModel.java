package dev.clew.procedures.live;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.model.Model;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.vectors.VectorRecommender;
import org.jspecify.annotations.Nullable;

/** A model in memory. It is bound to a graph's node numbers once for each build of its snapshot; commits leave numbers as they are. */
public final class LiveModel {
    private final long version;
    private final Model model;
    private volatile @Nullable Bound bound;

    /** Stands for a build: all states that commits make of it share one. */
    private static final class Build {}

    private record Bound(Build build, Recommender recommender, Recommender exhaustive) {
        static Bound of(Build build, Recommender recommender) {
            return new Bound(
                    build,
                    recommender,
                    recommender instanceof VectorRecommender vectors ? vectors.exhaustive() : recommender);
        }
    }

    LiveModel(long version, Model model) {
        this.version = version;
        this.model = model;
    }

    public long version() {
        return version;
    }

    public String recommenderName() {
        return model.recommender();
    }

    /** Items that the model has numbers of. */
    public int items() {
        return model.items().size();
    }

    /** Length of the item vectors; 0 if it has none. */
    public int dimension() {
        return model.content().dimension();
    }

    /**
     * The recommender over this state of the graph. Who asks first after a build waits until it is made.
     *
     * @throws IllegalArgumentException if the graph's items have keys of another type
     */
    public Recommender on(GraphSnapshot graph) {
        return bound(graph).recommender;
    }

    /** The same, finding its lists by looking at everything. */
    public Recommender exhaustiveOn(GraphSnapshot graph) {
        return bound(graph).exhaustive;
    }

    private Bound bound(GraphSnapshot graph) {
        Build build = graph.derived(Build.class, Build::new);
        Bound current = bound;
        return current != null && current.build == build ? current : bind(build, graph);
    }

    private synchronized Bound bind(Build build, GraphSnapshot graph) {
        Bound current = bound;
        if (current == null || current.build != build) {
            current = Bound.of(build, model.bind(graph));
            bound = current;
        }
        return current;
    }
}
