package dev.clew.procedures;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import dev.clew.procedures.hook.DatabaseHook;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Lists of items: for a user, like an item, for everybody. */
@NullUnmarked
public final class RecommendProcedures {
    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    @Procedure(name = "clew.recommend", mode = Mode.READ)
    @Description("Items for a user (node or key), or, with null, for the interactions given in the options.")
    public Stream<RecommendationRow> recommend(
            @Name("user") @Nullable Object user,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        Request request = open(options, "meta-path");
        return new AnswerRows(request, request.query(request.history(user))).stream();
    }

    @Procedure(name = "clew.similar", mode = Mode.READ)
    @Description("Items like an item (node or key): what would be recommended to somebody who did nothing but like it.")
    public Stream<RecommendationRow> similar(
            @Name("item") Object item, @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        Request request = open(options, "meta-path");
        return new AnswerRows(request, request.query(onlyLikes(request, item))).stream();
    }

    @Procedure(name = "clew.trending", mode = Mode.READ)
    @Description("Items many users have liked lately.")
    public Stream<RecommendationRow> trending(
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
        Request request = open(options, "popularity");
        return new AnswerRows(request, request.query(History.empty())).stream();
    }

    private Request open(Map<String, Object> options, String recommender) {
        return Request.open(DatabaseHook.graphsOf(database), transaction, options, RequestParameters.LIST, recommender);
    }

    private static History onlyLikes(Request request, Object item) {
        int type = request.graph
                .schema()
                .relationshipTypes(RelationshipRole.INTERACTION)
                .get(0)
                .index();
        Action like = new Action(request.item(item), type, 1, 0, RecommendationGraph.NO_RELATIONSHIP);
        return new History(RecommendationGraph.NO_NODE, List.of(like));
    }
}
