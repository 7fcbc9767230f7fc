package dev.clew.benchmarks.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.harness.Neo4jBuilders;

class ProbeProceduresTest {

    @Test
    void givesTheRowsOfAStatementAndItsTime() {
        try (var neo4j = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(BoltConnector.enabled, false)
                .withConfig(HttpConnector.enabled, false)
                .withProcedure(ProbeProcedures.class)
                .build()) {
            Map<String, Object> row = neo4j.defaultDatabaseService()
                    .executeTransactionally(
                            "CALL benchmark.timed('UNWIND $numbers AS n RETURN n * 2 AS twice', {numbers: [1, 2]})",
                            Map.of(),
                            result -> result.next());

            assertThat(row.get("rows")).isEqualTo(List.of(Map.of("twice", 2L), Map.of("twice", 4L)));
            assertThat((Long) row.get("nanos")).isPositive();
        }
    }
}
