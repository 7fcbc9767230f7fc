package dev.clew.api.explanation;

import dev.clew.api.database.Database;
import dev.clew.api.database.Statement;
import dev.clew.api.graph.DeclaredGraph;
import dev.clew.api.graph.DeclaredGraphs;
import dev.clew.api.question.Question;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks {@code clew.explain}. Its paths are cut down inside the database, so that other users' keys and names never leave it. */
@Component
class Explanations {
    private static final Statement EXPLAIN = Statement.named("explain");

    private final Database database;
    private final DeclaredGraphs graphs;

    Explanations(Database database, DeclaredGraphs graphs) {
        this.database = database;
        this.graphs = graphs;
    }

    List<ExplanationRow> of(String user, String item, Question question) {
        DeclaredGraph graph = graphs.resolve(question.options().graph());
        VisibleProperties visible = VisibleProperties.of(graph.declaration());
        return database.rows(
                EXPLAIN,
                Map.of(
                        "user", user,
                        "item", item,
                        "options", question.toMap(graph.name()),
                        "userNode", visible.user(),
                        "otherNodes", visible.others()),
                ExplanationRow::of);
    }
}
