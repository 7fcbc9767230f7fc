package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** What {@code clew.graph.estimate} counts. */
class EstimateTest {
    /** Read as Cypher, the escape would end the quoted name. */
    private static final String LABEL = "Item\\u0060) DETACH DELETE n //";

    @Test
    void countsWhatIsCalledLikeCypherWithoutRunningIt() {
        try (Database database = new Database()) {
            try (Transaction transaction = database.service().beginTx()) {
                var user = transaction.createNode(Label.label("User"));
                user.setProperty("id", 1L);
                for (long key = 1; key <= 3; key++) {
                    var item = transaction.createNode(Label.label(LABEL));
                    item.setProperty("id", key);
                    user.createRelationshipTo(item, RelationshipType.withName(LABEL));
                }
                transaction.commit();
            }
            Map<String, Object> declaration = Map.of(
                    "user", Map.of("label", "User", "key", "id"),
                    "item", Map.of("label", LABEL, "key", "id"),
                    "interactions", List.of(Map.of("type", LABEL)));
            var row = database.run(
                            "CALL clew.graph.estimate($declaration) YIELD nodes, relationships",
                            Map.of("declaration", declaration))
                    .get(0);
            assertThat(row.get("nodes").asLong()).isEqualTo(4);
            assertThat(row.get("relationships").asLong()).isEqualTo(3);
            assertThat(database.column("MATCH (n) RETURN count(n)")).containsExactly(4L);
        }
    }
}
