package dev.clew.cli.evaluate;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.Table;
import dev.clew.cli.process.Installation;
import dev.clew.core.path.learn.LearnedPaths;
import dev.clew.core.path.learn.PathLearningParameters;
import dev.clew.core.path.learn.PathWeightLearner;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.TrainingData;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.evaluation.protocol.Task;
import dev.clew.evaluation.protocol.ValidationProxy;
import dev.clew.evaluation.tune.Preset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clew learn-paths}: what {@code clew.paths.learn} does in the database, on files. */
@Command(
        name = "learn-paths",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Learns how much each kind of path should count, on a validation part of train; the test part stays closed.",
            "Writes a preset of meta-path for ./clew evaluate --preset."
        })
public final class LearnPathsCommand implements Callable<Integer> {
    private static final String RECOMMENDER = "meta-path";
    private static final String METRIC = "NDCG@20";

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--validation",
            paramLabel = "PROXY",
            defaultValue = "random",
            description =
                    "What is held out to learn from and to judge by: random, latest, low-support, popular or items"
                            + " (default: ${DEFAULT-VALUE}).")
    private String validation = "";

    @Option(
            names = "--users",
            paramLabel = "COUNT",
            defaultValue = "1000",
            description = "Most users to learn from, and as many again to judge by (default: ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--items",
            paramLabel = "COUNT",
            defaultValue = "400",
            description = "Most items of a user to tell the held-out ones from (default: ${DEFAULT-VALUE}).")
    private int items;

    @Option(
            names = "--regularization",
            paramLabel = "NUMBER",
            defaultValue = "0.001",
            description = "How much large weights cost (default: ${DEFAULT-VALUE}).")
    private double regularization;

    @Option(names = "--seconds", paramLabel = "COUNT", description = "Longest time to learn (default: no limit).")
    private @Nullable Long seconds;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Preset to write (default: .clew/<data>/presets/meta-path.json).")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        var console = Console.ofThisProcess();
        SourceGraph graph = console.step("Reading " + data.dataset(), () -> SourceGraph.read(data.open()))
                .result();
        Task task = console.step("Splitting", () -> data.tasks(graph).validation(ValidationProxy.of(validation)))
                .result();
        LearnedPaths learned =
                console.step("Learning path weights", () -> learn(task)).result();
        print(console, learned);
        if (learned.improves()) {
            write(console, task, learned);
        }
        return 0;
    }

    private LearnedPaths learn(Task task) {
        var parameters = new PathLearningParameters(users, items, regularization, 20, task.asOfMillis(), data.seed());
        long deadline = seconds == null ? Budget.NO_DEADLINE : System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return PathWeightLearner.learn(
                new TrainingData(task.train(), task.relevant()), Map.of(), parameters, deadline, done -> {});
    }

    private static void print(Console console, LearnedPaths learned) {
        console.line("");
        var table = new Table("Path", "Before", "Learned");
        learned.paths()
                .forEach(path ->
                        table.add(path.name(), String.valueOf(path.weightBefore()), String.valueOf(path.weight())));
        table.lines().forEach(console::line);
        console.line("");
        console.line(String.format(
                Locale.ROOT,
                "%s of %d users not learned from: %.4f before, %.4f with the weights learned from %d others.%s",
                METRIC,
                learned.judgingUsers(),
                learned.ndcgBefore(),
                learned.ndcg(),
                learned.learningUsers(),
                learned.complete() ? "" : " Time ran out before all users were looked at."));
        if (!learned.improves()) {
            console.line("The learned weights do not make better lists; nothing is written.");
        }
    }

    private void write(Console console, Task task, LearnedPaths learned) throws Exception {
        Path state = Installation.current().state().resolve(data.dataset());
        Path file = out == null ? state.resolve("presets").resolve(RECOMMENDER + ".json") : out;
        new Preset(
                        Preset.FORMAT_VERSION,
                        RECOMMENDER,
                        Map.of("pathWeights", learned.weights()),
                        data.dataset(),
                        task.name(),
                        METRIC,
                        learned.ndcg(),
                        1,
                        data.seed(),
                        Revision.of(Installation.current().root()))
                .write(file);
        console.line("Written: %s, for ./clew evaluate --preset".formatted(file));
    }
}
