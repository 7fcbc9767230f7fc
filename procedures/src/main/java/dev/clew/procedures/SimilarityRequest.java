package dev.clew.procedures;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.Direction;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.Step;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.UnknownKeyException;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.similarity.SimilarityIndex;
import dev.clew.core.similarity.SimilarityMeasure;
import dev.clew.procedures.live.LiveGraph;
import dev.clew.procedures.live.LiveGraphs;
import dev.clew.procedures.live.StoreIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.neo4j.graphdb.Node;

/** One comparison of nodes: its checked options and the graph it is about. */
final class SimilarityRequest {
    /** What every comparison takes. */
    static final List<Parameter> COMMON = List.of(
            Parameter.text("graph", null, "name of the declared graph; 'default', or the only one, if not given"),
            Parameter.any(
                    "types",
                    "declared relationship type that makes a neighbour, or a list: 'TYPE>' along, '<TYPE' against, 'TYPE' either way; all of"
                            + " them if not given"),
            Parameter.list(
                    "path", "for pathSim: the steps of a symmetric meta-path, for example ['<DIRECTED', 'DIRECTED>']"),
            Parameter.flag("weighted", false, "whether weights count; for jaccard, overlap, cosine and pathSim"),
            Parameter.integer(
                    "timeoutMillis", 30_000, 1, 3_600_000, "longest time to work, or to wait for the snapshot"),
            Parameter.optionalInteger("maxWork", 0, "most batches of work, as told in answer.workDone"));

    /** What a search for the most similar nodes takes besides. */
    static final List<Parameter> SEARCH = List.of(
            Parameter.choice(
                    "index",
                    "how nodes are compared",
                    Stream.concat(
                                    Stream.of("jaccard"),
                                    SimilarityIndex.names().stream().filter(it -> !it.equals("jaccard")))
                            .toArray(String[]::new)),
            Parameter.integer("k", 10, 1, 1000, "most nodes wanted"));

    final GraphSnapshot graph;
    final Settings settings;
    private final LiveGraph live;
    private final Budget budget;

    private SimilarityRequest(GraphSnapshot graph, Settings settings, LiveGraph live, Budget budget) {
        this.graph = graph;
        this.settings = settings;
        this.live = live;
        this.budget = budget;
    }

    /** Checks the options and waits for the graph. */
    static SimilarityRequest open(LiveGraphs graphs, Map<String, ?> options, List<Parameter> own) {
        Settings settings =
                Settings.of(Stream.concat(COMMON.stream(), own.stream()).toList(), options);
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.integer("timeoutMillis"));
        LiveGraph live = graphs.named(settings.optionalText("graph"), deadlineNanos);
        Budget budget = new Budget(settings.optionalInteger("maxWork").orElse(Long.MAX_VALUE), deadlineNanos);
        return new SimilarityRequest(live.await(deadlineNanos), settings, live, budget);
    }

    Budget budget() {
        return budget;
    }

    /** The index over what the options say a neighbour is. */
    SimilarityMeasure measure(SimilarityIndex index) {
        boolean weighted = settings.flag("weighted");
        List<?> path = settings.list("path");
        if (path.isEmpty()) {
            if (index == SimilarityIndex.PATH_SIM) {
                throw new IllegalArgumentException(
                        "path must be given for pathSim: a symmetric meta-path such as ['<DIRECTED', 'DIRECTED>'].");
            }
            return SimilarityMeasure.of(index, neighbours(), weighted);
        }
        if (index != SimilarityIndex.PATH_SIM || settings.any("types").isPresent()) {
            throw new IllegalArgumentException("path must be given for pathSim only, and without types. Use pathSim, or"
                    + " name relationship types in 'types'.");
        }
        return SimilarityMeasure.pathSim(path.stream().map(this::steps).toList(), weighted);
    }

    private List<Step> neighbours() {
        Object types = settings.any("types").orElse(null);
        if (types == null) {
            return graph.schema().relationshipTypes().stream()
                    .flatMap(type -> Stream.of(new Step(type, Direction.OUT), new Step(type, Direction.IN)))
                    .toList();
        }
        List<Step> steps = new ArrayList<>();
        for (Object type : types instanceof List<?> list ? list : List.of(types)) {
            steps.addAll(steps(type));
        }
        return steps;
    }

    private List<Step> steps(Object text) {
        if (text instanceof String pattern) {
            return live.declaration().steps(pattern);
        }
        throw new IllegalArgumentException("step (" + text + ") must be a string.");
    }

    /**
     * The number of a node given as itself, or, for an item, by its key.
     *
     * @throws IllegalArgumentException if the graph has none such
     */
    int number(Object given) {
        int number = given instanceof Node node
                ? graph.findEntity(StoreIds.id(node))
                : graph.find(
                        graph.schema().item(), graph.schema().item().keyType().coerce(given));
        if (number != RecommendationGraph.NO_NODE) {
            return number;
        }
        if (given instanceof Node) {
            throw new IllegalArgumentException("node must be a user, item or attribute of graph '" + live.name()
                    + "', and committed: " + labels());
        }
        throw new UnknownKeyException(graph.schema().item().role(), given, live.name());
    }

    private String labels() {
        Declaration declaration = live.declaration();
        Stream<String> attributes =
                declaration.attributes().stream().map(it -> it.label()).distinct();
        return Stream.concat(
                                Stream.of(
                                        declaration.user().label(),
                                        declaration.item().label()),
                                attributes)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")
                + ".";
    }
}
