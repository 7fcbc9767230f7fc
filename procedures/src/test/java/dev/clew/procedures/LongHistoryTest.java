package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.core.recommend.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** A user who did more than counts: ann bought the 10,050 items that are numbered from 0 on, in their order. */
class LongHistoryTest {
    private static final int BOUGHT = History.MOST + 50;
    private static final String ASK =
            "CALL clew.recommend('ann', {k: 1000}) YIELD itemId, answer RETURN itemId, answer.historyTruncated";
    private static Database database;

    @BeforeAll
    static void start() {
        database = new Database();
        database.run("UNWIND range(0, $last) AS n CREATE (:Product {sku: n})", Map.of("last", BOUGHT + 10));
        database.run(
                "CREATE (ann:Customer {id: 'ann'}) WITH ann MATCH (p:Product) WHERE p.sku < $bought WITH ann, p ORDER BY p.sku CREATE (ann)-[:BOUGHT]->(p)",
                Map.of("bought", BOUGHT));
        database.run(
                "CREATE (bob:Customer {id: 'bob'}) WITH bob MATCH (p:Product) WHERE p.sku IN [5, $last, $a, $b] CREATE (bob)-[:BOUGHT]->(p)",
                Map.of("last", BOUGHT - 1, "a", BOUGHT + 1, "b", BOUGHT + 2));
        database.run(
                "CALL clew.graph.declare('shop', {user: {label: 'Customer', key: 'id'}, item: {label: 'Product', key: 'sku'}, interactions: [{type: 'BOUGHT'}]})");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void countsWithItsNewestPartAndTheRestIsNotRecommendedEither() {
        List<Record> rows = database.run(ASK);
        assertThat(rows)
                .as("what bob bought besides ann's last purchase, without her sixth, which is too old to count")
                .extracting(row -> row.get(0).asInt())
                .containsExactlyInAnyOrder(BOUGHT + 1, BOUGHT + 2);
        assertThat(rows).allMatch(row -> row.get(1).asBoolean());
    }

    @Test
    void leadsNowhereFromItsOldPart() {
        database.run(
                "CREATE (carl:Customer {id: 'carl'}) WITH carl MATCH (p:Product) WHERE p.sku IN [6, $other] CREATE (carl)-[:BOUGHT]->(p)",
                Map.of("other", BOUGHT + 3));
        assertThat(database.run(ASK)).extracting(row -> row.get(0).asInt()).doesNotContain(BOUGHT + 3);
    }

    @Test
    void isTakenFromTheSnapshotWhereItIsOldAndTheAnswerSaysSo() {
        try (Session session = database.session();
                Transaction transaction = session.beginTransaction()) {
            transaction
                    .run(
                            "MATCH (ann:Customer {id: 'ann'}), (p:Product {sku: $sku}) CREATE (ann)-[:BOUGHT]->(p)",
                            Map.of("sku", BOUGHT + 1))
                    .consume();
            List<Record> rows = transaction.run(ASK).list();
            assertThat(rows)
                    .as("of what bob bought, neither ann's first purchases nor the one of this transaction")
                    .extracting(row -> row.get(0).asInt())
                    .containsExactly(BOUGHT + 2);
            assertThat(rows).allMatch(row -> row.get(1).asBoolean());
        }
    }
}
