package dev.clew.benchmarks.jmh;

import dev.clew.benchmarks.scale.SyntheticGraph;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole answers for one user of a graph of a million interactions: the walk kernel's, and forward push at two tolerances. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WholeAnswer {

    private static final int INTERACTIONS = 1_000_000;
    private static final long USER = 5_000;
    private static final String PUSH = "personalized-pagerank";

    private final GraphSnapshot graph = new SyntheticGraph(INTERACTIONS, 1).build();
    private final Query query =
            Query.of(History.of(graph, graph.find(graph.schema().user(), USER)), 20, 1_800_000_000_000L);
    private final Recommender kernel = fitted("walk-kernel", Map.of());
    private final Recommender coarsePush = fitted(PUSH, Map.of("tolerance", 1e-5));
    private final Recommender finePush = fitted(PUSH, Map.of("tolerance", 1e-6));

    private Recommender fitted(String name, Map<String, Object> settings) {
        var installed = Recommenders.installed(WholeAnswer.class.getClassLoader());
        RecommenderProvider provider = installed.named(name);
        return installed.fit(name, Settings.of(provider.parameters(), settings), TrainingData.all(graph), 1);
    }

    /** Two steps from what the user did. */
    @Benchmark
    public Answer walkKernel() {
        return kernel.recommend(graph, query);
    }

    /** Stops early. */
    @Benchmark
    public Answer forwardPushTo1em5() {
        return coarsePush.recommend(graph, query);
    }

    /** The default. */
    @Benchmark
    public Answer forwardPushTo1em6() {
        return finePush.recommend(graph, query);
    }
}
