package dev.clew.cli.train;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.Progress;
import dev.clew.cli.output.StepProgress;
import dev.clew.cli.output.Table;
import dev.clew.core.model.Model;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.evaluation.protocol.SplitSettings;
import dev.clew.evaluation.protocol.Task;
import dev.clew.evaluation.protocol.Tasks;
import dev.clew.evaluation.run.Candidates;
import dev.clew.evaluation.run.Evaluator;
import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.run.RunSettings;
import dev.clew.evaluation.statistics.Interval;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** One recommender on one graph: judged on a part that is held out, then fitted on everything. */
final class Training {
    private static final List<String> METRICS = List.of("Recall@10", "NDCG@10", "Recall@20", "NDCG@20");
    private static final int RESAMPLES = 1000;
    private static final int PERCENT = 100;

    private final Console console;
    private final Recommenders installed;
    private final RecommenderProvider provider;
    private final SourceGraph graph;
    private final Validation validation;

    Training(
            Console console,
            Recommenders installed,
            RecommenderProvider provider,
            SourceGraph graph,
            Validation validation) {
        this.console = console;
        this.installed = installed;
        this.provider = provider;
        this.graph = graph;
        this.validation = validation;
    }

    String recommender() {
        return provider.name();
    }

    long seed() {
        return validation.seed();
    }

    /** Says what training is expected to cost and refuses it where the heap has no room. */
    void requireRoom(Map<String, Object> settings) {
        HeapCheck check = HeapCheck.of(provider, check(settings), graph.graph());
        console.line(check.inWords());
        check.require();
    }

    /** @throws IllegalArgumentException if the recommender does not take these settings */
    Settings check(Map<String, Object> settings) {
        return Settings.of(provider.parameters(), settings);
    }

    /** Fits each of the settings on the same part of the data, asks the same users, and prints how the first did. */
    List<RecommenderResult> judge(List<Map<String, Object>> settings) throws Exception {
        Task task =
                console.step("Holding out a validation part", this::rehearsal).result();
        RunSettings run =
                new RunSettings(List.of(10, 20), Candidates.ALL, validation.sample(), validation.seed(), RESAMPLES, 0);
        List<RecommenderResult> results;
        try (var progress = new StepProgress(console)) {
            Evaluator evaluator = new Evaluator(installed, task, run, progress);
            results = settings.stream()
                    .map(it -> evaluator.evaluate(provider.name(), it))
                    .toList();
        }
        print(task, results.get(0));
        return results;
    }

    private void print(Task task, RecommenderResult result) {
        console.line("%s, %,d users, 95 %% intervals over users".formatted(task.name(), result.users()));
        Table table = new Table("Metric", "Value");
        METRICS.forEach(metric -> table.add(metric, value(result, metric)));
        table.lines().forEach(console::line);
    }

    private static String value(RecommenderResult result, String metric) {
        Interval interval = Objects.requireNonNull(result.metrics().get(metric), metric);
        return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", interval.value(), interval.low(), interval.high());
    }

    private Task rehearsal() {
        SplitSettings split =
                new SplitSettings(SplitSettings.DEFAULT.testShare(), validation.share(), validation.seed());
        return new Tasks(graph, Tasks.defaultProtocol(graph), split, Clock.systemUTC()).rehearsal(validation.proxy());
    }

    /** Fits on everything. */
    Model fit(Map<String, Object> settings) {
        try (Progress progress = console.progress("Training " + provider.name() + " on everything, percent", PERCENT)) {
            Recommender fitted = installed.fit(
                    provider.name(),
                    check(settings),
                    TrainingData.all(graph.graph()),
                    validation.seed(),
                    done -> progress.at(Math.round(PERCENT * done)));
            return Model.of(fitted, graph.graph());
        }
    }
}
