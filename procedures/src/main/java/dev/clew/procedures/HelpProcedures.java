package dev.clew.procedures;

import dev.clew.core.recommend.RecommenderProvider;
import dev.clew.core.settings.Parameter;
import dev.clew.procedures.hook.DatabaseHook;
import dev.clew.procedures.live.LiveGraph;
import dev.clew.procedures.live.LiveGraphs;
import dev.clew.procedures.live.LiveModel;
import java.util.Locale;
import java.util.Map;
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

/** Everything there is to call and to set. */
@NullUnmarked
public final class HelpProcedures {
    private static final long PATIENCE_SECONDS = 30;
    private static final String PROCEDURES =
            "SHOW PROCEDURES YIELD name, signature, description WHERE name STARTS WITH 'clew.'";
    private static final String FUNCTIONS =
            "SHOW FUNCTIONS YIELD name, signature, description WHERE name STARTS WITH 'clew.'";

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    /** A procedure, a function, a recommender or an option. */
    public record HelpRow(String name, String signature, String description) {}

    @Procedure(name = "clew.help", mode = Mode.READ)
    @Description(
            "Procedures, functions, recommenders and options whose name or description holds the word; all of them without one.")
    public Stream<HelpRow> help(@Name(value = "topic", defaultValue = "") String topic) {
        String word = topic == null ? "" : topic.toLowerCase(Locale.ROOT);
        return Stream.of(callable(PROCEDURES), callable(FUNCTIONS), recommenders(), models(), options())
                .flatMap(rows -> rows)
                .filter(row -> (row.name() + " " + row.description())
                        .toLowerCase(Locale.ROOT)
                        .contains(word));
    }

    private Stream<HelpRow> callable(String query) {
        return transaction.execute(query).stream().map(HelpProcedures::callable);
    }

    private static HelpRow callable(Map<String, Object> row) {
        return new HelpRow((String) row.get("name"), (String) row.get("signature"), (String) row.get("description"));
    }

    private static Stream<HelpRow> recommenders() {
        return Request.recommenders().all().stream()
                .flatMap(provider -> Stream.concat(
                        Stream.of(new HelpRow(
                                "recommender '" + provider.name() + "'", parameters(provider), provider.description())),
                        provider.parameters().stream().map(it -> option("option of '" + provider.name() + "' ", it))));
    }

    private Stream<HelpRow> models() {
        LiveGraphs graphs = DatabaseHook.graphsOf(database);
        return graphs.all(System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)).stream()
                .flatMap(graph -> graphs.models().of(graph.name()).stream().map(model -> row(graph, model)));
    }

    private static HelpRow row(LiveGraph graph, LiveModel model) {
        String options =
                TrainedModels.PARAMETERS.stream().map(Parameter::name).collect(Collectors.joining(", ", "{", "}"));
        return new HelpRow(
                "model '" + model.recommenderName() + "'",
                options,
                "Trained recommender of graph '" + graph.name() + "': version " + model.version() + ", " + model.items()
                        + " items, " + model.dimension() + " dimensions.");
    }

    private static String parameters(RecommenderProvider provider) {
        return provider.parameters().stream().map(Parameter::name).collect(Collectors.joining(", ", "{", "}"));
    }

    private static Stream<HelpRow> options() {
        return Stream.of(
                        RequestParameters.COMMON.stream().map(it -> option("option ", it)),
                        RequestParameters.LIST.own().stream().map(it -> option("option of lists ", it)),
                        RequestParameters.EXPLANATION.own().stream().map(it -> option("option of clew.explain ", it)),
                        TrainedModels.PARAMETERS.stream().map(it -> option("option of a trained model ", it)),
                        SimilarityRequest.COMMON.stream().map(it -> option("option of clew.similarity ", it)),
                        SimilarityRequest.SEARCH.stream().map(it -> option("option of clew.similarity.topK ", it)),
                        PathProcedures.LEARNING.stream().map(it -> option("option of clew.paths.learn ", it)))
                .flatMap(rows -> rows);
    }

    private static HelpRow option(String prefix, Parameter parameter) {
        String byDefault = parameter.defaultValue() == null ? "" : ", default " + parameter.defaultValue();
        return new HelpRow(prefix + parameter.name(), parameter.rule() + byDefault, parameter.description());
    }
}
