package dev.clew.cli.train;

import dev.clew.cli.output.Console;
import dev.clew.core.model.Model;
import dev.clew.core.model.VectorContent;
import dev.clew.evaluation.run.RecommenderResult;
import dev.clew.gnn.store.ModelFacts;
import dev.clew.gnn.store.ModelStore;
import dev.clew.gnn.store.StoredModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;

/** What becomes of a training on a graph in a database: a new version, and the live one if it is no worse than that. */
final class Publication {
    private final Console console;
    private final Driver driver;
    private final ModelStore store;
    private final String graph;
    private final boolean publish;
    private final boolean mirror;

    Publication(Console console, Driver driver, String graph, boolean publish, boolean mirror) {
        this.console = console;
        this.driver = driver;
        this.store = new ModelStore(driver, Clock.systemUTC());
        this.graph = graph;
        this.publish = publish;
        this.mirror = mirror;
    }

    /** Judges the settings beside those of the live version, trains, writes, and publishes what passes. */
    void of(Training training, Map<String, Object> settings, String dataFingerprint) throws Exception {
        Optional<StoredModel> live = publish ? store.live(graph, training.recommender()) : Optional.empty();
        List<Map<String, Object>> judged = new ArrayList<>(List.of(settings));
        live.ifPresent(it -> judged.add(settings(training, it)));
        List<RecommenderResult> results = training.judge(judged);
        RecommenderResult ours = results.get(0);
        Model model = training.fit(settings);
        ModelFacts facts = new ModelFacts(
                graph,
                ModelJson.settings(ours.settings()),
                training.seed(),
                dataFingerprint,
                ModelJson.metrics(ours.metrics()));
        long version = console.step("Writing the version", () -> store.write(model, facts))
                .result();
        finish(version, model, live, new Gate(ours, results.get(results.size() - 1), training.seed()));
        List<Long> pruned = store.prune(graph);
        if (!pruned.isEmpty()) {
            console.line("Deleted what nobody needs any more: versions " + pruned + ".");
        }
    }

    /** Refuses before anything is fitted what could not be judged after it. */
    private static Map<String, Object> settings(Training training, StoredModel live) {
        Map<String, Object> settings = ModelJson.settings(live.facts().settings());
        try {
            training.check(settings);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "Live version %d of %s was trained with settings that it does not take any more: %s Train with"
                                    .formatted(live.version(), live.recommender(), refused.getMessage())
                            + " --no-publish, and publish by clew.model.publish.",
                    refused);
        }
        return settings;
    }

    private void finish(long version, Model model, Optional<StoredModel> live, Gate gate) {
        String named = "version %d of %s for graph '%s'".formatted(version, model.recommender(), graph);
        if (!publish) {
            console.line("Written and not published, as told: %s. %s does it.".formatted(named, call(version)));
        } else if (live.isPresent() && !gate.isOpen()) {
            console.line(
                    "Written and not published: %s, which is worse than live version %d. %s. %s publishes it all the same."
                            .formatted(named, live.get().version(), gate.inWords(), call(version)));
        } else {
            store.publish(graph, version);
            console.line("Published: %s. %s"
                    .formatted(
                            named,
                            live.map(it -> "It is no worse than version " + it.version() + ", live until now. "
                                            + gate.inWords() + ".")
                                    .orElse("It is the first.")));
            mirror(version, model);
        }
    }

    private String call(long version) {
        return "CALL clew.model.publish(%d, {graph: '%s'})".formatted(version, graph);
    }

    private void mirror(long version, Model model) {
        if (mirror && model.content() instanceof VectorContent) {
            new Mirror(driver, console).copy(graph, version, model);
        }
    }
}
