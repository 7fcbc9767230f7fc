package dev.clew.procedures;

import dev.clew.core.settings.Parameter;
import java.util.List;

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
    static final List<Parameter> LIST = List.of(
            Parameter.integer("k", 10, 1, 1000, "most items wanted"),
            Parameter.list("exclude", "keys of items not wanted"),
            Parameter.map(
                    "filter", "attribute kind to list of attribute keys: items must have one of them, of each kind"),
            Parameter.choice("explain", "how much to say about each item", "none", "short", "full"));

    /** What a call for an explanation takes besides. */
    static final List<Parameter> EXPLANATION = List.of(Parameter.integer(
            "maxPaths",
            20,
            0,
            10_000,
            "paths told one by one; the others are summed up by the action they start from"));

    private RequestParameters() {}
}
