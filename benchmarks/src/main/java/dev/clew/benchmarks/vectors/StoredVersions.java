package dev.clew.benchmarks.vectors;

import dev.clew.benchmarks.database.CypherFile;
import dev.clew.benchmarks.database.MeasuredDatabase;
import dev.clew.cli.output.Console;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.model.Model;
import dev.clew.core.model.VectorContent;
import dev.clew.core.recommend.Recommenders;
import dev.clew.core.recommend.TrainingData;
import dev.clew.core.settings.Settings;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.FilterParameters;
import dev.clew.core.vectors.VectorRecommender;
import dev.clew.gnn.store.ModelFacts;
import dev.clew.gnn.store.ModelStore;
import java.time.Clock;
import java.util.Map;

/** Trains models on the data in memory, and keeps and publishes them in the database. */
final class StoredVersions {

    private static final String GRAPH = "default";
    private static final String PUBLISH = CypherFile.read(StoredVersions.class, "publish");

    private final MeasuredDatabase database;
    private final GraphSnapshot graph;
    private final long seed;
    private final Console console;
    private final Recommenders installed = Recommenders.installed(StoredVersions.class.getClassLoader());

    StoredVersions(MeasuredDatabase database, GraphSnapshot graph, long seed, Console console) {
        this.database = database;
        this.graph = graph;
        this.seed = seed;
        this.console = console;
    }

    VectorRecommender train(String name, Map<String, Object> settings) throws Exception {
        Settings checked = Settings.of(installed.named(name).parameters(), settings);
        return (VectorRecommender)
                console.step("Training " + name, () -> installed.fit(name, checked, TrainingData.all(graph), seed))
                        .result();
    }

    /** Keeps a model as the next version. */
    long store(Model model) {
        var facts = new ModelFacts(GRAPH, "{}", seed, "", "{}");
        return new ModelStore(database.driver(), Clock.systemUTC()).write(model, facts);
    }

    long store(VectorRecommender trained) {
        return store(Model.of(trained, graph));
    }

    void publish(long version) {
        database.rows(PUBLISH, Map.of("version", version));
    }

    /** A version whose scores are exactly twice those of a trained one: an answer tells by its scores which of the two it is from. */
    Model doubled(VectorRecommender trained) {
        Model model = Model.of(trained, graph);
        Factor candidate = trained.vectors().candidate();
        float[] values = new float[candidate.rows() * candidate.dimension()];
        candidate.values().get(values);
        Factor history = trained.vectors().history();
        FilterParameters filter = trained.filter();
        var twice = new FilterParameters(
                2 * filter.weight(), filter.historyExponent(), filter.userExponent(), filter.candidateExponent());
        // Both sides stand on one array, as in the version that was trained.
        return new Model(
                trained.name(),
                model.items(),
                new VectorContent(
                        new Factor(values, scales(history, 1), history.dimension()),
                        new Factor(values, scales(candidate, 2), candidate.dimension()),
                        twice));
    }

    private static float[] scales(Factor factor, float times) {
        float[] scales = new float[factor.rows()];
        for (int row = 0; row < scales.length; row++) {
            scales[row] = times * factor.scale(row);
        }
        return scales;
    }
}
