package dev.clew.procedures;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.settings.Suggestion;
import dev.clew.procedures.live.LiveGraph;
import dev.clew.procedures.live.LiveGraphs;
import dev.clew.procedures.live.LiveModel;
import java.util.List;
import java.util.stream.Stream;

/** Recommenders that are not installed but trained: each name that a graph has a live model of. */
final class TrainedModels {
    /** What a call that a trained model answers takes besides. */
    static final List<Parameter> PARAMETERS = List.of(Parameter.choice(
            "search",
            "how the best vectors are found: 'exhaustive' multiplies all of them, for the same list, to check and to measure by",
            "pruned",
            "exhaustive"));

    private TrainedModels() {}

    /**
     * The live model of that name.
     *
     * @throws IllegalArgumentException if there is none, listing what can be asked
     */
    static LiveModel named(LiveGraphs graphs, LiveGraph graph, String name) {
        return graphs.models()
                .find(graph.name(), name)
                .orElseThrow(() -> new IllegalArgumentException(missing(graphs, graph, name)));
    }

    private static String missing(LiveGraphs graphs, LiveGraph graph, String name) {
        List<String> known = Stream.concat(
                        Request.recommenders().all().stream().map(RecommenderProvider::name),
                        graphs.models().of(graph.name()).stream().map(LiveModel::recommenderName))
                .sorted()
                .toList();
        String because = graphs.models().message(graph.name(), name);
        return "recommender (" + name + ") is neither installed nor a live model of graph '" + graph.name() + "'. "
                + (because.isEmpty() ? "" : because + " ")
                + Suggestion.didYouMean(name, known)
                + ". A model is trained and made live by ./clew train, and one that is stored by CALL clew.model.publish(version).";
    }

    /** The model over this state of the graph. */
    static Recommender on(GraphSnapshot graph, LiveModel model, Settings settings) {
        return settings.text("search").equals("exhaustive") ? model.exhaustiveOn(graph) : model.on(graph);
    }
}
