package dev.clew.benchmarks.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

class ProbeProceduresTest {

    private static Neo4j neo4j;
    private final CountingListener listener = new CountingListener();

    @BeforeAll
    static void start() {
        neo4j = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(BoltConnector.enabled, false)
                .withConfig(HttpConnector.enabled, false)
                .withConfig(GraphDatabaseSettings.procedure_unrestricted, List.of("benchmark.*"))
                .withProcedure(ProbeProcedures.class)
                .withProcedure(ListenerProcedures.class)
                .build();
    }

    @AfterAll
    static void stop() {
        neo4j.close();
    }

    /** Of a class in Clew's packages, as its own listener is. */
    private static final class CountingListener extends TransactionEventListenerAdapter<Object> {
        private int commits;

        @Override
        public Object beforeCommit(TransactionData data, Transaction transaction, GraphDatabaseService database) {
            return commits++;
        }
    }

    @Test
    void givesTheRowsOfAStatementAndItsTime() {
        Map<String, Object> row =
                first("CALL benchmark.timed('UNWIND $numbers AS n RETURN n * 2 AS twice', {numbers: [1, 2]})");

        assertThat(row.get("rows")).isEqualTo(List.of(Map.of("twice", 2L), Map.of("twice", 4L)));
        assertThat(row.get("error")).isNull();
        assertThat((Long) row.get("nanos")).isPositive();
    }

    @Test
    void saysWhatAStatementFailedWith() {
        Map<String, Object> row = first("CALL benchmark.timed('RETURN 1 / $nothing AS n', {nothing: 0})");

        assertThat(row.get("rows")).isEqualTo(List.of());
        assertThat((String) row.get("error")).contains("/ by zero");
    }

    @Test
    void commitsPassAListenerByFromWhenItIsTakenOffUntilItIsPutBack() {
        String name = neo4j.defaultDatabaseService().databaseName();
        neo4j.databaseManagementService().registerTransactionEventListener(name, listener);

        assertThat(first("CALL benchmark.follow(false)").get("listeners")).isEqualTo(0L);
        commit();
        assertThat(listener.commits).isZero();

        assertThat(first("CALL benchmark.follow(true)").get("listeners")).isEqualTo(1L);
        commit();
        assertThat(listener.commits).isEqualTo(1);
    }

    private static void commit() {
        neo4j.defaultDatabaseService().executeTransactionally("CREATE ()");
    }

    private static Map<String, Object> first(String statement) {
        return neo4j.defaultDatabaseService().executeTransactionally(statement, Map.of(), Result::next);
    }
}
