package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** What is there after Neo4j was shut down and started again on the same store. */
class RestartTest {
    @TempDir
    private Path home;

    @Test
    void declarationsSurviveUntilTheyAreDropped() throws Exception {
        inDatabase(transaction -> transaction.execute(ShopTest.SHOP).resultAsString());
        inDatabase(transaction -> transaction
                .execute("CALL clew.graph.declare('shop', " + ShopTest.DECLARATION + ")")
                .resultAsString());

        List<Object> items = inDatabase(transaction -> {
            List<Object> recommended = column(transaction, "CALL clew.recommend('ann') YIELD itemId RETURN itemId");
            transaction.execute("CALL clew.graph.drop('shop')").close();
            return recommended;
        });
        assertThat(items).containsExactlyInAnyOrder("M1", "J1");

        List<Object> names =
                inDatabase(transaction -> column(transaction, "CALL clew.graph.list() YIELD name RETURN name"));
        assertThat(names).isEmpty();
    }

    /** Without its weight of 0 the path over categories would reach the jug. */
    @Test
    void declaredPathsAndTheirWeightsSurvive() throws Exception {
        inDatabase(transaction -> transaction.execute(ShopTest.SHOP).resultAsString());
        String declaration = ShopTest.DECLARATION.strip().replaceFirst("}$", "")
                + ", paths: [{name: 'IN', weight: 0.0}, {name: 'fans of the category', steps: ['IN', 'IN', 'BOUGHT', 'BOUGHT'], weight: 0.3}]}";
        inDatabase(transaction -> transaction
                .execute("CALL clew.graph.declare('shop', " + declaration + ")")
                .resultAsString());

        String scores = "CALL clew.recommend('ann', {k: 5}) YIELD itemId, score RETURN itemId + ' ' + score";
        List<Object> before = inDatabase(transaction -> column(transaction, scores));
        List<Object> after = inDatabase(transaction -> column(transaction, scores));

        assertThat(before).isEqualTo(after).hasSize(1).first().asString().startsWith("M1 ");
    }

    @Test
    void theLiveModelAnswersAgainAndATornOneDoesNotKeepTheGraphFromIt() throws Exception {
        inDatabase(transaction -> transaction.execute(ShopTest.SHOP).resultAsString());
        inDatabase(transaction -> transaction
                .execute("CALL clew.graph.declare('shop', " + ShopTest.DECLARATION + ")")
                .resultAsString());
        inDatabase(transaction -> transaction
                .execute(StoredModels.STORE, StoredModels.parameters("shop", 1, StoredModels.shop("spectral", 10)))
                .resultAsString());
        inDatabase(
                transaction -> transaction.execute("CALL clew.model.publish(1)").resultAsString());
        String ask = "CALL clew.recommend('ann', {recommender: 'spectral'}) YIELD itemId, score, answer"
                + " RETURN itemId + ' ' + score + ' ' + answer.modelVersion";

        List<Object> answered = inDatabase(transaction -> column(transaction, ask));
        assertThat(answered).containsExactly("M1 50.0 1");

        inDatabase(transaction -> transaction
                .execute("MATCH (c:ClewModelChunk {index: 1}) DETACH DELETE c")
                .resultAsString());
        List<Object> messages = inDatabase(transaction -> {
            assertThat(column(transaction, "CALL clew.recommend('ann') YIELD itemId"))
                    .as("other recommenders answer")
                    .hasSize(2);
            return column(transaction, "CALL clew.model.list() YIELD message RETURN message");
        });
        assertThat(messages).hasSize(1).first().asString().startsWith("Version 1 could not be read:");
    }

    private static List<Object> column(Transaction transaction, String cypher) {
        return transaction.execute(cypher).stream()
                .map(Map::values)
                .map(row -> row.iterator().next())
                .toList();
    }

    private <T> T inDatabase(Function<Transaction, T> work) throws Exception {
        DatabaseManagementService dbms = new DatabaseManagementServiceBuilder(home).build();
        try {
            GraphDatabaseService database = dbms.database("neo4j");
            GlobalProcedures procedures =
                    ((GraphDatabaseAPI) database).getDependencyResolver().resolveDependency(GlobalProcedures.class);
            procedures.registerProcedure(GraphProcedures.class);
            procedures.registerProcedure(RecommendProcedures.class);
            procedures.registerProcedure(ModelProcedures.class);
            try (Transaction transaction = database.beginTx()) {
                T result = work.apply(transaction);
                transaction.commit();
                return result;
            }
        } finally {
            dbms.shutdown();
        }
    }
}
