package dev.clew.benchmarks.training;

import dev.clew.benchmarks.report.JsonFile;
import dev.clew.benchmarks.scale.SyntheticGraph;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.RecommenderProvider.Estimate;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.evaluation.run.ParameterValues;
import dev.clew.evaluation.run.Resources;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains one model on one graph; the main class of a process that has the memory for itself. */
final class TrainingProbe {
    private final RecommenderProvider provider;
    private final SyntheticGraph synthetic;
    private final int interactions;
    private final Map<String, Object> given;
    private final long seed;

    private TrainingProbe(
            RecommenderProvider provider, int interactions, int attributes, long seed, List<String> settings) {
        this.provider = provider;
        this.synthetic = new SyntheticGraph(interactions, attributes, seed);
        this.interactions = interactions;
        this.given = given(provider, settings);
        this.seed = seed;
    }

    private static Map<String, Object> given(RecommenderProvider provider, List<String> settings) {
        Map<String, Object> given = new TreeMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String name = setting.substring(0, equals);
            given.put(name, ParameterValues.read(provider, name, setting.substring(equals + 1)));
        }
        return given;
    }

    /**
     * Trains and writes what it took.
     *
     * @param arguments the file to write, recommender, interactions, attributes an item, seed, and settings as {@code parameter=value}
     */
    public static void main(String[] arguments) throws Exception {
        Recommenders installed = Recommenders.installed(TrainingProbe.class.getClassLoader());
        var probe = new TrainingProbe(
                installed.named(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Long.parseLong(arguments[4]),
                Arrays.asList(arguments).subList(5, arguments.length));
        new JsonFile(Path.of(arguments[0])).write(List.of(probe.train(installed)));
        // ND4J's threads may live on.
        System.exit(0);
    }

    private TrainingRow train(Recommenders installed) {
        GraphSnapshot graph = synthetic.build();
        Settings settings = Settings.of(provider.parameters(), given);
        Estimate expected = provider.estimate(graph, settings);
        double cpu = Resources.cpuSeconds();
        long begin = System.nanoTime();
        installed.fit(provider.name(), settings, TrainingData.all(graph), seed);
        return new TrainingRow(
                provider.name(),
                interactions,
                synthetic.users(),
                synthetic.items(),
                given.toString(),
                (System.nanoTime() - begin) / 1e9,
                Resources.cpuSeconds() - cpu,
                Resources.peakBytes(),
                expected.cpuSeconds(),
                expected.bytes());
    }
}
