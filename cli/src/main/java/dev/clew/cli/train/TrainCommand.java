package dev.clew.cli.train;

import dev.clew.cli.data.SourceOptions;
import dev.clew.cli.output.Console;
import dev.clew.cli.process.Installation;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.settings.Settings;
import dev.clew.evaluation.data.SourceGraph;
import dev.clew.evaluation.protocol.ValidationProxy;
import dev.clew.evaluation.run.ParameterValues;
import dev.clew.evaluation.tune.Preset;
import dev.clew.ingest.source.GraphSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clew train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a model on all there is, after judging its settings on a part that is held out for that.",
            "Of a graph in a database it makes a new version, live if it is no worse than the one before; of files, a file."
        })
public final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            paramLabel = "NAME",
            required = true,
            description = "The recommender to train, such as spectral or ridge-encoder.")
    private String name = "";

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--set",
            paramLabel = "PARAMETER=VALUE",
            description = "A setting in place of its default; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--preset", paramLabel = "FILE", description = "Settings that tune chose for this recommender.")
    private @Nullable Path preset;

    @Option(
            names = "--validation",
            paramLabel = "PROXY",
            defaultValue = "random",
            description = "What is held out to judge by: random, latest, low-support, popular or items (default:"
                    + " ${DEFAULT-VALUE}).")
    private String validation = "";

    @Option(
            names = "--validation-share",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "Of all pairs or items that are held out to judge by (default: ${DEFAULT-VALUE}).")
    private double validationShare;

    @Option(
            names = "--sample",
            paramLabel = "USERS",
            defaultValue = "5000",
            description = "Ask for so many users at most when judging, drawn by the seed; 0: all (default:"
                    + " ${DEFAULT-VALUE}).")
    private int sample;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Seed of every draw (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--no-publish",
            negatable = true,
            description = "Write the version and leave the live one as it is (default: publish it if it is no worse).")
    private boolean publish = true;

    @Option(
            names = "--no-mirror",
            negatable = true,
            description = "Do not copy published vectors to the items' property clewEmbedding (default: copy them).")
    private boolean mirror = true;

    @Override
    public Integer call() throws Exception {
        var console = Console.ofThisProcess();
        var installed = Recommenders.installed(TrainCommand.class.getClassLoader());
        RecommenderProvider provider = installed.named(name);
        Map<String, Object> given = given(provider);
        Settings.of(provider.parameters(), given);
        Validation judging = new Validation(ValidationProxy.of(validation), validationShare, sample, seed);
        GraphSource data = source.open();
        SourceGraph graph = console.step("Reading " + source.dataset(), () -> SourceGraph.read(data))
                .result();
        Training training = new Training(console, installed, provider, graph, judging);
        training.requireRoom(given);
        if (source.graph().isPresent()) {
            try (Driver driver = source.connect()) {
                new Publication(console, driver, source.graph().get(), publish, mirror)
                        .of(training, given, data.fingerprint());
            }
        } else {
            intoFile(console, training, given);
        }
        return 0;
    }

    /** Those of the preset, and in their place those set one by one. */
    private Map<String, Object> given(RecommenderProvider provider) throws IOException {
        Map<String, Object> given = new LinkedHashMap<>();
        if (preset != null) {
            Preset chosen = Preset.read(preset);
            if (!chosen.recommender().equals(name)) {
                throw new IllegalArgumentException(
                        "preset (" + preset + ") must be for " + name + ", but is for " + chosen.recommender() + ".");
            }
            given.putAll(chosen.settings());
        }
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "--set (" + setting + ") must be PARAMETER=VALUE, such as dimension=256.");
            }
            String parameter = setting.substring(0, equals);
            given.put(parameter, ParameterValues.read(provider, parameter, setting.substring(equals + 1)));
        }
        return given;
    }

    private void intoFile(Console console, Training training, Map<String, Object> given) throws Exception {
        training.judge(List.of(given));
        Path models = Installation.current().state().resolve(source.dataset()).resolve("models");
        ModelFile file = new ModelFile(models.resolve(name + ".clewmodel"));
        file.write(training.fit(given));
        console.line("Written: " + file.path());
    }
}
