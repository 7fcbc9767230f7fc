package dev.clew.procedures;

import dev.clew.core.declaration.Declaration;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.path.MetaPathProvider;
import dev.clew.core.path.learn.LearnedPaths;
import dev.clew.core.path.learn.PathLearningParameters;
import dev.clew.core.path.learn.PathWeightLearner;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.core.split.Split;
import dev.clew.core.split.Splits;
import dev.clew.procedures.hook.DatabaseHook;
import dev.clew.procedures.live.DeclarationStore;
import dev.clew.procedures.live.LiveGraph;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Learning how much each kind of path should count. */
@NullUnmarked
public final class PathProcedures {
    private static final PathLearningParameters DEFAULT = PathLearningParameters.at(0);

    /** What a call may set, besides the exponents of the recommender {@code meta-path}. */
    static final List<Parameter> LEARNING = List.of(
            Parameter.choice(
                    "split",
                    "which interactions are held out to learn from: any, those that others explain least, or the newest",
                    "random",
                    "lowSupport",
                    "temporal"),
            Parameter.real("share", 0.1, Parameter.Range.closed(0.001, 0.5), "how many interactions are held out"),
            Parameter.integer(
                    "users", DEFAULT.users(), 1, 1_000_000, "most users to learn from, and as many again to judge by"),
            Parameter.integer(
                    "candidates",
                    DEFAULT.candidates(),
                    10,
                    100_000,
                    "most items of a user to tell the held-out ones from"),
            Parameter.real(
                    "regularization",
                    DEFAULT.regularization(),
                    Parameter.Range.closed(0, 1000),
                    "how much large weights cost"),
            Parameter.integer(
                    "seed", 0, Long.MIN_VALUE, Long.MAX_VALUE, "of which interactions, users and items are drawn"),
            Parameter.integer("timeoutMillis", 600_000, 1, 86_400_000, "longest time to work"));

    private static final MetaPathProvider META_PATH = new MetaPathProvider();

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    @Context
    public Log log;

    /**
     * One path.
     *
     * @param learned the weight learned
     * @param weight the weight from now on: the learned one, or the one before if lists do not get better
     * @param ndcgBefore mean NDCG@20 of users not learned from, with the weights before
     * @param ndcg the same with the learned weights
     * @param version of the declaration from now on
     * @param message what happened, in a sentence
     */
    public record PathRow(
            String path,
            double weightBefore,
            double learned,
            double weight,
            double ndcgBefore,
            double ndcg,
            long version,
            String message) {}

    @Procedure(name = "clew.paths.learn", mode = Mode.WRITE)
    @Description(
            "Learns from held-out interactions how much each kind of path should count, and, if lists get better, declares it so.")
    public Stream<PathRow> learn(
            @Name(value = "name", defaultValue = "") String name,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        Map<String, Object> exponents = new HashMap<>(options);
        exponents
                .keySet()
                .retainAll(META_PATH.parameters().stream().map(Parameter::name).toList());
        Settings settings = Settings.of(
                Stream.concat(LEARNING.stream(), META_PATH.parameters().stream())
                        .toList(),
                options);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.integer("timeoutMillis"));
        LiveGraph live =
                DatabaseHook.graphsOf(database).named(Optional.ofNullable(name).filter(it -> !it.isEmpty()), deadline);
        DeclarationStore.Declared declared = live.status().declared();
        Split split = split(live.await(deadline), settings);
        LearnedPaths learned = PathWeightLearner.learn(
                new TrainingData(split.train(), split.heldOut()),
                exponents,
                parameters(settings),
                deadline,
                progress(live.name()));
        long version = learned.improves() ? declare(declared, learned) : declared.version();
        return rows(learned, version);
    }

    private static Split split(GraphSnapshot graph, Settings settings) {
        double share = settings.real("share");
        long seed = settings.integer("seed");
        return switch (settings.text("split")) {
            case "lowSupport" -> Splits.lowSupport(graph, share, seed);
            case "temporal" -> Splits.temporal(graph, share);
            default -> Splits.random(graph, share, seed);
        };
    }

    private static PathLearningParameters parameters(Settings settings) {
        return new PathLearningParameters(
                (int) settings.integer("users"),
                (int) settings.integer("candidates"),
                settings.real("regularization"),
                DEFAULT.k(),
                Clock.systemUTC().millis(),
                settings.integer("seed"));
    }

    /** A line in the database's log at each tenth. */
    private java.util.function.DoubleConsumer progress(String graph) {
        int[] told = {0};
        return done -> {
            if ((int) (done * 10) > told[0]) {
                told[0] = (int) (done * 10);
                log.info("Learning the path weights of graph '%s': %d %% done", graph, told[0] * 10);
            }
        };
    }

    private long declare(DeclarationStore.Declared declared, LearnedPaths learned) {
        Declaration weighted = declared.declaration().withPathWeights(learned.weights());
        return DeclarationStore.replace(transaction, declared, weighted).version();
    }

    private static Stream<PathRow> rows(LearnedPaths learned, long version) {
        String message = message(learned);
        return learned.paths().stream()
                .map(path -> new PathRow(
                        path.name(),
                        path.weightBefore(),
                        path.weight(),
                        learned.improves() ? path.weight() : path.weightBefore(),
                        learned.ndcgBefore(),
                        learned.ndcg(),
                        version,
                        message));
    }

    private static String message(LearnedPaths learned) {
        String verdict = learned.improves()
                ? "The learned weights make better lists and are declared."
                : "The learned weights do not make better lists; the weights stay as they were.";
        String time = learned.complete()
                ? ""
                : " Time ran out before all users were looked at: a longer timeoutMillis may do better.";
        return String.format(
                        Locale.ROOT,
                        "%s Learned from %d users, judged by NDCG@20 of %d others.",
                        verdict,
                        learned.learningUsers(),
                        learned.judgingUsers())
                + time;
    }
}
