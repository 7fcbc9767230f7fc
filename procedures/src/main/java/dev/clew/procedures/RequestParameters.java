package dev.clew.procedures;

import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.ParameterSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What a caller may put into the options map of a procedure that recommends or explains, besides the recommender's own parameters. */
final class RequestParameters {
    /** What every call on a graph takes. */
    static final List<Parameter> COMMON = List.of(
            Parameter.text("graph", null, "name of the declared graph; 'default', or the only one, if not given"),
            Parameter.text("recommender", null, "which recommender answers; CALL clew.help('recommender') lists them"),
            Parameter.any("asOf", "the moment asked about, epoch milliseconds or a temporal value; now if not given"),
            Parameter.integer("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE, "of everything random in the answer"),
            Parameter.integer(
                    "timeoutMillis",
                    30_000,
                    1,
                    3_600_000,
                    "longest time to work on the answer, or to wait for the snapshot"),
            Parameter.optionalInteger("maxWork", 0, "most batches of work, as told in answer.workDone"),
            Parameter.list("interactions", "what an anonymous user did: maps of item, type, weight, time"));

    /** What a call for a list takes besides. */
    static final RequestParameters LIST = new RequestParameters(
            Parameter.integer("k", 10, 1, 1000, "most items wanted"),
            Parameter.list("exclude", "keys of items not wanted"),
            Parameter.map(
                    "filter", "attribute kind to list of attribute keys: items must have one of them, of each kind"),
            Parameter.choice("explain", "how much to say about each item", "none", "short", "full"));

    /** What a call for an explanation takes besides. */
    static final RequestParameters EXPLANATION = new RequestParameters(Parameter.integer(
            "maxPaths",
            20,
            0,
            10_000,
            "paths told one by one; the others are summed up by the action they start from"));

    private final List<Parameter> own;
    private final ParameterSet withTrained;
    /** With those of each installed recommender that was asked for. */
    private final Map<String, ParameterSet> withInstalled = new ConcurrentHashMap<>();

    private RequestParameters(Parameter... own) {
        this.own = List.of(own);
        this.withTrained = with(TrainedModels.PARAMETERS);
    }

    private ParameterSet with(List<Parameter> ofRecommender) {
        return new ParameterSet(
                Stream.of(COMMON, own, ofRecommender).flatMap(List::stream).toList());
    }

    /** What such a call takes that others do not. */
    List<Parameter> own() {
        return own;
    }

    /** All that a call takes where that recommender answers. */
    ParameterSet with(RecommenderProvider recommender) {
        return withInstalled.computeIfAbsent(recommender.name(), name -> with(recommender.parameters()));
    }

    /** All that a call takes where a trained recommender answers. */
    ParameterSet withTrained() {
        return withTrained;
    }
}
