package dev.clew.cli.evaluate;

import dev.clew.cli.output.Console;
import dev.clew.cli.output.StepProgress;
import dev.clew.cli.process.Installation;
import dev.clew.core.recommend.Recommenders;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.evaluation.protocol.Task;
import dev.clew.evaluation.protocol.Tasks;
import dev.clew.evaluation.protocol.ValidationProxy;
import dev.clew.evaluation.report.Evaluation;
import dev.clew.evaluation.report.ReportFolder;
import dev.clew.evaluation.run.Comparison;
import dev.clew.evaluation.run.Evaluator;
import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.evaluation.run.RunListener;
import dev.clew.evaluation.run.RunSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clew evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares recommenders on data in files, or in a running database: quality with intervals, significance, cost.",
            "Writes results.json, details.json and report.html, which needs no network to be looked at."
        })
public final class EvaluateCommand implements Callable<Integer> {
    private static final int RESAMPLES = 1000;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--recommenders",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "all",
            description = "Names with commas between; all: those that expect to cost a minute at most; every: all there"
                    + " are (default: ${DEFAULT-VALUE}).")
    private List<String> recommenders = new ArrayList<>();

    @Option(
            names = "--validation",
            paramLabel = "PROXY",
            description = "Judge by a part of train and leave the test part closed: random, latest, low-support,"
                    + " popular or items.")
    private @Nullable String validation;

    @Option(
            names = "--k",
            paramLabel = "K",
            split = ",",
            defaultValue = "10,20",
            description = "Lengths of list to judge (default: ${DEFAULT-VALUE}).")
    private List<Integer> ks = new ArrayList<>();

    @Option(
            names = "--sample",
            paramLabel = "USERS",
            defaultValue = "0",
            description = "Ask for so many users only, drawn by the seed (default: all).")
    private int sample;

    @Option(
            names = "--auc-users",
            paramLabel = "USERS",
            defaultValue = "500",
            description = "Users whose whole catalogue is ranked for AUC, 0 for none (default: ${DEFAULT-VALUE}).")
    private int aucUsers;

    @Option(
            names = "--set",
            paramLabel = "RECOMMENDER.PARAMETER=VALUE",
            description = "A setting in place of its default; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--preset",
            paramLabel = "FILE",
            description = "Settings that tune chose; may be repeated, one file a recommender.")
    private List<Path> presets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: .clew/<data>/evaluation).")
    private @Nullable Path out;

    @Option(
            names = "--record",
            description = "Also add a line for each recommender to docs/results/test-runs.md, the list of all looks at"
                    + " test parts.")
    private boolean record;

    @Override
    public Integer call() throws Exception {
        var console = Console.ofThisProcess();
        var installed = Recommenders.installed(EvaluateCommand.class.getClassLoader());
        var choice = new Choice(installed);
        choice.addPresets(presets);
        choice.addSettings(settings);
        if (record && validation != null) {
            throw new IllegalArgumentException("--record is for test parts, and --validation leaves them closed.");
        }
        RunSettings run = new RunSettings(ks, data.candidates(), sample, data.seed(), RESAMPLES, aucUsers);
        SourceGraph graph = console.step("Reading " + data.dataset(), () -> SourceGraph.read(data.open()))
                .result();
        Tasks tasks = data.tasks(graph);
        List<String> names = choice.recommenders(recommenders, graph.graph());
        Task task = console.step("Splitting", () -> task(tasks)).result();
        finish(console, run(console, installed, choice, names, task, run), run.longest());
        return 0;
    }

    private Task task(Tasks tasks) throws Exception {
        return validation == null ? tasks.test() : tasks.validation(ValidationProxy.of(validation));
    }

    private Evaluation run(
            Console console, Recommenders installed, Choice choice, List<String> names, Task task, RunSettings run)
            throws InterruptedException {
        List<RecommenderResult> results = new ArrayList<>();
        Evaluator evaluator;
        try (var progress = new StepProgress(console)) {
            RunListener listener = progress;
            evaluator = new Evaluator(installed, task, run, listener);
            for (String name : names) {
                results.add(evaluator.evaluate(name, choice.settings(name)));
            }
        }
        return new Evaluation(
                data.dataset(),
                task.name(),
                run.candidates().name().toLowerCase(Locale.ROOT),
                evaluator.candidateCount(),
                run.seed(),
                CommandText.of(spec, data.data()),
                Revision.of(Installation.current().root()),
                results,
                Comparison.all(results, List.of("NDCG@" + run.longest(), "Recall@" + run.longest())));
    }

    private void finish(Console console, Evaluation evaluation, int k) throws Exception {
        new EvaluationTable(console).print(evaluation, k);
        var installation = Installation.current();
        Path folder = out == null ? installation.state().resolve(data.dataset()).resolve("evaluation") : out;
        new ReportFolder(folder).write(evaluation);
        console.line("");
        console.line("Written: %s with results.json, details.json".formatted(folder.resolve("report.html")));
        if (record) {
            Path list = installation.root().resolve("docs/results/test-runs.md");
            new TestRuns(list, Clock.systemUTC()).add(evaluation);
            console.line("Recorded in " + list);
        }
    }
}
