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
