package dev.clew.procedures;

import dev.clew.core.settings.Parameter;
import dev.clew.core.settings.Settings;
import dev.clew.procedures.hook.DatabaseHook;
import dev.clew.procedures.live.DeclarationStore;
import dev.clew.procedures.live.LiveGraph;
import dev.clew.procedures.live.LiveGraphs;
import dev.clew.procedures.live.ModelStore;
import dev.clew.procedures.live.StoredModel;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Trained models: which there are, and which of them answer. */
@NullUnmarked
public final class ModelProcedures {
    static final List<Parameter> OPTIONS = List.of(
            Parameter.text("graph", null, "name of the declared graph; 'default', or the only one, if not given"),
            Parameter.integer("timeoutMillis", 30_000, 1, 3_600_000, "longest time to wait for the snapshot"));

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    /** A model that is gone. */
    public record DroppedModelRow(String graph, String recommender, long version) {}

    @Procedure(name = "clew.model.list", mode = Mode.READ)
    @Description("The trained models of a graph, oldest first, and which of them answer.")
    public Stream<ModelRow> list(@Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        LiveGraph graph = open(options).graph;
        return ModelStore.all(transaction, graph.name()).stream().map(this::row);
    }

    @Procedure(name = "clew.model.publish", mode = Mode.WRITE)
    @Description(
            "Makes a trained model answer for its recommender's name. Takes effect when the transaction commits, between one answer and the next.")
    public Stream<ModelRow> publish(
            @Name("version") long version, @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        Opened opened = open(options);
        StoredModel model = ready(named(opened.graph, version));
        prepare(opened, model);
        ModelStore.publish(transaction, model);
        return Stream.of(row(model));
    }

    @Procedure(name = "clew.model.rollback", mode = Mode.WRITE)
    @Description("Makes the model answer again that was live before the one that is.")
    public Stream<ModelRow> rollback(
            @Name("recommender") String recommender,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        Opened opened = open(options);
        long live = live(opened.graph, recommender);
        long previous = ModelStore.previous(transaction, opened.graph.name(), recommender)
                .orElseThrow(() -> new IllegalArgumentException("recommender (" + recommender + ") of graph '"
                        + opened.graph.name() + "' has nothing to go back to: version " + live
                        + " is live, and none was before it or that was rolled back already. Publish another version: "
                        + versions(opened.graph)));
        StoredModel model = ready(named(opened.graph, previous));
        prepare(opened, model);
        ModelStore.rollBack(transaction, model);
        return Stream.of(row(model));
    }

    @Procedure(name = "clew.model.drop", mode = Mode.WRITE)
    @Description("Removes a trained model that is not live, and its bytes.")
    public Stream<DroppedModelRow> drop(
            @Name("version") long version, @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        LiveGraph graph = open(options).graph;
        DeclarationStore.lock(transaction, graph.name());
        StoredModel model = named(graph, version);
        if (isLive(model)) {
            throw new IllegalArgumentException("version (" + version + ") of '" + model.recommender()
                    + "' is live and cannot be dropped. Publish another version of it, or roll it back, first.");
        }
        DroppedModelRow row = new DroppedModelRow(model.graph(), model.recommender(), version);
        ModelStore.delete(model);
        return Stream.of(row);
    }

    private record Opened(LiveGraphs graphs, LiveGraph graph, long deadlineNanos) {}

    private Opened open(Map<String, Object> options) {
        Settings settings = Settings.of(OPTIONS, options);
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.integer("timeoutMillis"));
        LiveGraphs graphs = DatabaseHook.graphsOf(database);
        return new Opened(graphs, graphs.named(settings.optionalText("graph"), deadlineNanos), deadlineNanos);
    }

    /** Reads the model before anything is written: others who publish in this graph wait from then on. */
    private void prepare(Opened opened, StoredModel model) {
        opened.graphs.models().prepare(model, opened.graph.await(opened.deadlineNanos));
        DeclarationStore.lock(transaction, opened.graph.name());
    }

    private StoredModel named(LiveGraph graph, long version) {
        return ModelStore.find(transaction, graph.name(), version)
                .orElseThrow(() -> new IllegalArgumentException("version (" + version + ") is not a model of graph '"
                        + graph.name() + "'. " + versions(graph)));
    }

    private String versions(LiveGraph graph) {
        List<StoredModel> models = ModelStore.all(transaction, graph.name());
        return models.isEmpty()
                ? "There are no models yet: train one with ./clew train."
                : models.stream()
                        .map(model -> model.version() + " (" + model.recommender() + ")")
                        .collect(Collectors.joining(", ", "There are: ", "."));
    }

    private static StoredModel ready(StoredModel model) {
        if (!model.isReady()) {
            throw new IllegalArgumentException("version (" + model.version() + ") of '" + model.recommender()
                    + "' is not complete: its state is '" + model.state()
                    + "'. Wait for the training that writes it; if that was killed, train again and drop this one.");
        }
        return model;
    }

    private long live(LiveGraph graph, String recommender) {
        return ModelStore.live(transaction, graph.name(), recommender)
                .orElseThrow(() -> new IllegalArgumentException("recommender (" + recommender
                        + ") has no live model in graph '" + graph.name() + "'. " + liveNames(graph)));
    }

    private String liveNames(LiveGraph graph) {
        TreeSet<String> names = ModelStore.all(transaction, graph.name()).stream()
                .filter(this::isLive)
                .map(StoredModel::recommender)
                .collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty() ? "No recommender has. " + versions(graph) : "Allowed: " + String.join(", ", names);
    }

    private boolean isLive(StoredModel model) {
        OptionalLong live = ModelStore.live(transaction, model.graph(), model.recommender());
        return live.isPresent() && live.getAsLong() == model.version();
    }

    private ModelRow row(StoredModel model) {
        boolean live = isLive(model);
        String message =
                live ? DatabaseHook.graphsOf(database).models().message(model.graph(), model.recommender()) : "";
        return ModelRow.of(model, live, message);
    }
}
