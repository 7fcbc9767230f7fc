package dev.clew.api.recommendation;

import dev.clew.api.database.Database;
import dev.clew.api.database.Statement;
import dev.clew.api.graph.DeclaredGraph;
import dev.clew.api.graph.DeclaredGraphs;
import dev.clew.api.question.Question;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls those procedures that answer with ranked items, asking for the declared name of items and no other property. */
@Component
public class RankedItems {
    private final Database database;
    private final DeclaredGraphs graphs;

    RankedItems(Database database, DeclaredGraphs graphs) {
        this.database = database;
        this.graphs = graphs;
    }

    /**
     * Runs a statement with {@code $options}, {@code $nameProperty} and what it takes besides.
     *
     * @param subject further parameters: the user or the item asked about
     * @throws dev.clew.api.problem.ProblemException if there is no such graph
     * @throws org.neo4j.driver.exceptions.Neo4jException if the procedure or the database refuses
     */
    public RankedAnswer ask(Statement statement, Map<String, ? extends @Nullable Object> subject, Question question) {
        DeclaredGraph graph = graphs.resolve(question.options().graph());
        Map<String, @Nullable Object> parameters = new HashMap<>(subject);
        parameters.put("options", question.toMap(graph.name()));
        parameters.put("nameProperty", graph.declaration().item().nameProperty());
        return RankedAnswer.of(database.rows(statement, parameters, RankedAnswer.Row::of));
    }
}
