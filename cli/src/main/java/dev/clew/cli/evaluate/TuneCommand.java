package dev.clew.cli.evaluate;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.StepProgress;
import dev.clew.cli.output.Table;
import dev.clew.cli.process.Installation;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.evaluation.protocol.Task;
import dev.clew.evaluation.protocol.ValidationProxy;
import dev.clew.evaluation.tune.Journal;
import dev.clew.evaluation.tune.Preset;
import dev.clew.evaluation.tune.Trial;
import dev.clew.evaluation.tune.TuneSettings;
import dev.clew.evaluation.tune.Tuner;
import dev.clew.ingest.source.GraphSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clew tune}. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Searches a recommender's settings on a validation part of train; the test part stays closed.",
            "A search that was killed goes on where it stopped. Writes a preset for ./clew evaluate --preset."
        })
public final class TuneCommand implements Callable<Integer> {
    private static final int SHOWN = 5;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--recommender", paramLabel = "NAME", required = true, description = "What to tune.")
    private String recommender = "";

    @Option(
            names = "--validation",
            paramLabel = "PROXY",
            defaultValue = "random",
            description = "What stands in for the test part: random, latest, low-support, popular or items (default:"
                    + " ${DEFAULT-VALUE}).")
    private String validation = "";

    @Option(
            names = "--trials",
            paramLabel = "COUNT",
            defaultValue = "30",
            description = "Settings to try, the defaults among them (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--metric",
            paramLabel = "NAME@K",
            defaultValue = "NDCG@20",
            description = "What is to be largest (default: ${DEFAULT-VALUE}).")
    private String metric = "";

    @Option(
            names = "--keep-one-in",
            paramLabel = "COUNT",
            defaultValue = "3",
            description =
                    "Successive halving: one in so many settings goes on, to as many times the users; 1 tries each"
                            + " on all users, which is random search (default: ${DEFAULT-VALUE}).")
    private int keepOneIn;

    @Option(
            names = "--first-users",
            paramLabel = "USERS",
            defaultValue = "500",
            description = "Users of the first round (default: ${DEFAULT-VALUE}).")
    private int firstUsers;

    @Option(
            names = "--budget",
            paramLabel = "CPU-SECONDS",
            description = "Begin no further trial after this (default: no limit).")
    private double budget = Double.POSITIVE_INFINITY;

    @Option(
            names = "--parallel",
            paramLabel = "TRIALS",
            defaultValue = "1",
            description = "Trials at the same time; the users of each are asked for on all cores anyway (default:"
                    + " ${DEFAULT-VALUE}).")
    private int parallel;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Preset to write (default: .clew/<data>/presets/<recommender>.json).")
    private @Nullable Path out;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Finished trials (default: .clew/<data>/tune/<recommender>.jsonl).")
    private @Nullable Path journal;

    @Override
    public Integer call() throws Exception {
        var console = Console.ofThisProcess();
        var settings = new TuneSettings(trials, metric, keepOneIn, firstUsers, data.seed(), budget, parallel);
        var installed = Recommenders.installed(TuneCommand.class.getClassLoader());
        RecommenderProvider provider = installed.named(recommender);
        GraphSource source = data.open();
        SourceGraph graph = console.step("Reading " + data.dataset(), () -> SourceGraph.read(source))
                .result();
        Task task = console.step("Splitting", () -> data.tasks(graph).validation(ValidationProxy.of(validation)))
                .result();
        Journal trialsSoFar = Journal.open(journalFile(), search(source, task));
        List<Trial> best;
        try (var progress = new StepProgress(console)) {
            best = new Tuner(installed, task, data.candidates(), settings, progress).search(provider, trialsSoFar);
        }
        print(console, best);
        write(console, task, best.get(0));
        return 0;
    }

    private Map<String, Object> search(GraphSource source, Task task) {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("data", source.fingerprint());
        search.put("task", task.name());
        search.put("shares", data.shares());
        search.put("candidates", data.candidates().name().toLowerCase(Locale.ROOT));
        search.put("recommender", recommender);
        search.put("metric", metric);
        search.put("seed", data.seed());
        return search;
    }

    private void print(Console console, List<Trial> best) {
        console.line("");
        var table = new Table("Trial", metric, "Settings");
        best.stream()
                .limit(SHOWN)
                .forEach(trial -> table.add(
                        trial.number() == 0 ? "defaults" : String.valueOf(trial.number()),
                        String.format(Locale.ROOT, "%.4f", trial.value()),
                        String.valueOf(trial.settings())));
        table.lines().forEach(console::line);
    }

    private void write(Console console, Task task, Trial best) throws Exception {
        Path file = out == null ? folder().resolve("presets").resolve(recommender + ".json") : out;
        new Preset(
                        Preset.FORMAT_VERSION,
                        recommender,
                        best.settings(),
                        data.dataset(),
                        task.name(),
                        metric,
                        best.value(),
                        trials,
                        data.seed(),
                        Revision.of(Installation.current().root()))
                .write(file);
        console.line("");
        console.line("Written: %s, for ./clew evaluate --preset".formatted(file));
    }

    private Path journalFile() {
        return journal == null ? folder().resolve("tune").resolve(recommender + ".jsonl") : journal;
    }

    private Path folder() {
        return Installation.current().state().resolve(data.dataset());
    }
}
