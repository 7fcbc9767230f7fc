package dev.clew.benchmarks.deadline;

import dev.clew.benchmarks.timing.GcPauses;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Budget;
import dev.clew.core.recommend.History;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommender;
import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The core in this process: no database, and the history is read before the clock starts. */
final class CoreDoor implements Door {

    private static final int ITEMS = 20;

    private final GraphSnapshot graph;
    private final Map<String, Recommender> recommenders;
    private final Map<Asker, History> histories = new EnumMap<>(Asker.class);

    CoreDoor(GraphSnapshot graph) {
        this.graph = graph;
        var installed = Recommenders.installed(CoreDoor.class.getClassLoader());
        // Those that walk the graph as it is; models that are learned first are not what a giant node makes slow.
        this.recommenders = installed.all().stream()
                .filter(provider -> provider.estimate(graph).cpuSeconds() == 0)
                .collect(Collectors.toMap(RecommenderProvider::name, provider -> fitted(installed, provider)));
        read(Asker.GIANT_USER, GiantGraph.GIANT);
        read(Asker.FAN, GiantGraph.FAN);
    }

    private Recommender fitted(Recommenders installed, RecommenderProvider provider) {
        return installed.fit(provider.name(), Settings.defaults(provider.parameters()), TrainingData.all(graph), 1);
    }

    private void read(Asker asker, long key) {
        histories.put(asker, History.of(graph, graph.find(graph.schema().user(), key)));
    }

    @Override
    public String title() {
        return "core";
    }

    @Override
    public List<String> recommenders() {
        return recommenders.keySet().stream().sorted().toList();
    }

    /** Reasons are worded outside of the core. */
    @Override
    public List<Explain> explanations() {
        return List.of(Explain.NONE, Explain.FULL);
    }

    @Override
    public TimedAnswer ask(DeadlineCase asked, long timeoutMillis) {
        Recommender recommender = Objects.requireNonNull(recommenders.get(asked.recommender()), asked.recommender());
        History history = Objects.requireNonNull(histories.get(asked.asker()));
        Instant start = Instant.now();
        long begin = System.nanoTime();
        var budget = new Budget(Long.MAX_VALUE, begin + TimeUnit.MILLISECONDS.toNanos(timeoutMillis));
        var query = new Query(
                history, ITEMS, item -> true, System.currentTimeMillis(), 0, budget, asked.explain() != Explain.NONE);
        Answer answer = recommender.recommend(graph, query);
        long took = System.nanoTime() - begin;
        return new TimedAnswer(
                start,
                took,
                answer.stoppedBy().name().toLowerCase(Locale.ROOT),
                answer.items().stream().map(item -> graph.key(item.item())).toList());
    }

    @Override
    public GcPauses followPauses() {
        return GcPauses.ofThisProcess();
    }

    @Override
    public void close() {
        // Nothing is open: the graph goes with this object.
    }
}
