package dev.clew.benchmarks.vectors;

import dev.clew.benchmarks.database.LoadedGraph;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.benchmarks.database.StoreFolder;
import dev.clew.benchmarks.timing.Measurement;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.graph.NodeRole;
import dev.clew.core.recommend.History;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.ingest.GraphSources;
import dev.clew.ingest.source.GraphSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Loads, trains, publishes, and asks. */
final class VectorsBenchmark {

    private static final String FILTERED = "spectral";
    private static final String PLAIN = "vectors";
    private static final String PRUNED = "pruned";
    private static final String EXHAUSTIVE = "exhaustive";
    private static final int ROUNDS = 10;

    private final VectorsSettings settings;
    private final Installation installation;
    private final Console console;

    VectorsBenchmark(VectorsSettings settings, Installation installation, Console console) {
        this.settings = settings;
        this.installation = installation;
        this.console = console;
    }

    VectorsResult run() throws Exception {
        GraphSource source = GraphSources.triples(settings.data());
        GraphSnapshot graph = SourceGraph.read(source).graph();
        try (var folder = StoreFolder.of(null, settings.dataset());
                MeasuredDatabase database = console.step(
                                "Starting Neo4j", () -> MeasuredDatabase.start(installation, folder.path()))
                        .result()) {
            LoadedGraph.load(source, database, console).declare(source.declaration());
            return measure(graph, database, new StoredVersions(database, graph, settings.seed(), console), source);
        }
    }

    private VectorsResult measure(
            GraphSnapshot graph, MeasuredDatabase database, StoredVersions versions, GraphSource source)
            throws Exception {
        if (settings.newItems() > 0) {
            NewItems.patterns(graph); // Data without any are refused before anything is measured.
        }
        List<Object> users = users(graph);
        VectorRecommender trained = versions.train(FILTERED, Map.of("dimension", settings.dimension()));
        long version = versions.store(trained);
        long doubled = versions.store(versions.doubled(trained));
        versions.publish(version);
        versions.publish(versions.store(new VectorRecommender(PLAIN, trained.vectors())));
        int different = different(database, PLAIN, users) + different(database, FILTERED, users);
        List<VectorsRow> rows = new ArrayList<>(rows(database, PLAIN, "", users));
        rows.addAll(rows(database, FILTERED, "-filter", users));
        return new VectorsResult(
                settings.dataset(),
                trained.vectors().size(),
                trained.vectors().dimension(),
                rows,
                users.size(),
                different,
                published(database, versions, users, version, doubled),
                newItems(graph, database, versions, source));
    }

    /** The keys of some users who did something. */
    private List<Object> users(GraphSnapshot graph) {
        List<Integer> users = new ArrayList<>(IntStream.range(0, graph.nodeCount())
                .filter(node -> graph.nodeType(node).role() == NodeRole.USER
                        && History.of(graph, node).hasLikes())
                .boxed()
                .toList());
        Collections.shuffle(users, new Random(settings.seed()));
        return users.stream().limit(settings.users()).map(graph::key).toList();
    }

    private VectorClient client(MeasuredDatabase database, String recommender, String search) {
        return new VectorClient(database.driver(), recommender, search, VectorsSettings.K);
    }

    private int different(MeasuredDatabase database, String recommender, List<Object> users) {
        console.line("Comparing lists of '%s' ...".formatted(recommender));
        try (VectorClient pruned = client(database, recommender, PRUNED);
                VectorClient exhaustive = client(database, recommender, EXHAUSTIVE)) {
            return (int) users.stream()
                    .filter(user -> !pruned.ask(user).isSameList(exhaustive.ask(user)))
                    .count();
        }
    }

    /** The two kinds in turn, so that a slow minute of the machine hits both. The comparison before has warmed them up. */
    private List<VectorsRow> rows(MeasuredDatabase database, String recommender, String suffix, List<Object> users) {
        console.line("Timing '%s' ...".formatted(recommender));
        Measurement[] bolt = {new Measurement(), new Measurement()};
        Measurement[] inside = {new Measurement(), new Measurement()};
        try (VectorClient exhaustive = client(database, recommender, EXHAUSTIVE);
                VectorClient pruned = client(database, recommender, PRUNED)) {
            VectorClient[] clients = {exhaustive, pruned};
            for (int round = 0; round < ROUNDS; round++) {
                for (int kind = 0; kind < clients.length; kind++) {
                    for (int call = round; call < settings.calls(); call += ROUNDS) {
                        clients[kind].time(users.get(call % users.size()), bolt[kind], inside[kind]);
                    }
                }
            }
        }
        return List.of(
                VectorsRow.of("exact" + suffix, inside[0], bolt[0]),
                VectorsRow.of(PRUNED + suffix, inside[1], bolt[1]));
    }

    private SwitchResult published(
            MeasuredDatabase database, StoredVersions versions, List<Object> users, long version, long doubled) {
        console.line("Publishing while requests go on ...");
        try (VectorClient client = client(database, FILTERED, PRUNED)) {
            return new PublishingLoad(client, users, versions, version, doubled)
                    .run(settings.calls(), settings.publications());
        }
    }

    private @Nullable NewItemsResult newItems(
            GraphSnapshot graph, MeasuredDatabase database, StoredVersions versions, GraphSource source)
            throws Exception {
        if (settings.newItems() == 0) {
            return null;
        }
        VectorRecommender encoder = versions.train(NewItems.RECOMMENDER, Map.of());
        versions.publish(versions.store(encoder));
        console.line("Creating items ...");
        return new NewItems(graph, encoder, database, source.declaration(), settings.seed(), console)
                .create(settings.newItems());
    }
}
