package dev.clew.benchmarks.scale;

import dev.clew.benchmarks.report.JsonFile;
import dev.clew.benchmarks.timing.Measurement;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.StoppedBy;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Measures one graph; the main class of a process that has the heap for itself. */
final class ScaleProbe {
    private static final String RECOMMENDER = "walk-kernel";
    private static final int K = 20;
    private static final int REPEATED_UP_TO = 10_000_000;
    private static final int REPEATS = 3;

    private final SyntheticGraph synthetic;
    private final int interactions;
    private final int requests;
    private final int maxWork;
    private final long seed;

    private ScaleProbe(int interactions, int requests, int maxWork, long seed) {
        this.synthetic = new SyntheticGraph(interactions, seed);
        this.interactions = interactions;
        this.requests = requests;
        this.maxWork = maxWork;
        this.seed = seed;
    }

    /**
     * Measures and writes the result.
     *
     * @param arguments interactions, requests, most work, seed and the file to write
     */
    public static void main(String[] arguments) throws Exception {
        var probe = new ScaleProbe(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]));
        new JsonFile(Path.of(arguments[4])).write(List.of(probe.measure()));
    }

    private Measured measure() throws Exception {
        Memory memory = memory();
        double[] seconds = new double[interactions <= REPEATED_UP_TO ? REPEATS : 1];
        for (int i = 1; i < seconds.length; i++) {
            synthetic.build();
            seconds[i] = synthetic.builderSeconds();
        }
        GraphSnapshot graph = synthetic.build();
        seconds[0] = synthetic.builderSeconds();
        Arrays.sort(seconds);
        return measured(graph, memory, seconds[seconds.length / 2]);
    }

    private record Memory(long countedBytes, long heapBytes, long peakBytes) {}

    private Memory memory() throws Exception {
        long before = PeakHeap.usedBytes();
        var peak = new PeakHeap();
        GraphSnapshot graph = peak.during(synthetic::build);
        long heapBytes = PeakHeap.usedBytes() - before;
        return new Memory(graph.memoryBytes(), heapBytes, Math.max(heapBytes, peak.peakBytes()));
    }

    private Measured measured(GraphSnapshot graph, Memory memory, double buildSeconds) {
        Asking asking = new Asking(graph);
        asking.ask(requests);
        asking.forget();
        System.gc();
        asking.ask(requests);
        return new Measured(
                interactions,
                synthetic.users(),
                synthetic.items(),
                memory.countedBytes(),
                memory.heapBytes(),
                memory.peakBytes(),
                buildSeconds,
                asking.measurement.millisAt(50),
                asking.measurement.millisAt(99),
                100.0 * asking.cut / requests);
    }

    /** Requests for users drawn at random, one after another, their histories read from the graph. */
    private final class Asking {
        private final GraphSnapshot graph;
        private final Recommender recommender;
        private final RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 1);
        private Measurement measurement = new Measurement();
        private int cut;

        Asking(GraphSnapshot graph) {
            this.graph = graph;
            Recommenders installed = Recommenders.installed(ScaleProbe.class.getClassLoader());
            Settings defaults = Settings.defaults(installed.named(RECOMMENDER).parameters());
            this.recommender = installed.fit(RECOMMENDER, defaults, TrainingData.all(graph), seed);
        }

        void forget() {
            measurement = new Measurement();
            cut = 0;
        }

        void ask(int count) {
            Budget budget = new Budget(maxWork, Budget.NO_DEADLINE);
            for (int i = 0; i < count; i++) {
                int user = random.nextInt(synthetic.users());
                long begin = System.nanoTime();
                History history = History.of(graph, user);
                Query query = new Query(history, K, item -> true, Long.MAX_VALUE, 0, budget, false);
                StoppedBy stoppedBy = recommender.recommend(graph, query).stoppedBy();
                measurement.answered(System.nanoTime() - begin);
                cut += stoppedBy == StoppedBy.COMPLETE ? 0 : 1;
            }
        }
    }
}
