package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;

/** What one client has committed, the next request of any client sees. */
class FreshnessTest {
    private static Database database;

    @BeforeAll
    static void start() {
        database = new Database();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void declareTheShop() {
        database.run(ShopTest.SHOP);
        database.run("CALL clew.graph.declare('shop', " + ShopTest.DECLARATION + ")");
        assertThat(recommended("ann")).containsExactlyInAnyOrder("M1", "J1");
    }

    @AfterEach
    void clear() {
        database.clear();
    }

    private static List<Object> recommended(String user) {
        return database.run("CALL clew.recommend($user) YIELD itemId", java.util.Map.of("user", user)).stream()
                .map(row -> row.get(0).asObject())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a new item with attributes | MATCH (c:Category {name: 'Hot water'}) CREATE (:Product {sku: 'N1', title: 'Samovar'})-[:IN]->(c) | J1 M1 N1",
                "the first interaction on an item | CREATE (p:Product {sku: 'N2'}) WITH p MATCH (b:Customer {id: 'bob'}) CREATE (b)-[:BOUGHT]->(p) | J1 M1 N2",
                "an own new interaction | MATCH (a:Customer {id: 'ann'}), (p:Product {sku: 'M1'}) CREATE (a)-[:BOUGHT]->(p) | J1",
                "a removed attribute | MATCH (:Product {sku: 'J1'})-[r:IN]->() DELETE r | M1",
                "a deleted item | MATCH (p:Product {sku: 'M1'}) DETACH DELETE p | J1",
                "a deleted user | MATCH (c:Customer {id: 'bob'}) DETACH DELETE c | J1",
                "a deleted attribute | MATCH (c:Category {name: 'Hot water'}) DETACH DELETE c | M1",
                "an item that loses its label | MATCH (p:Product {sku: 'M1'}) REMOVE p:Product | J1",
                "an item hidden by taking its weight away | MATCH (:Customer {id: 'bob'})-[r:BOUGHT]->(:Product {sku: 'M1'}) SET r.qty = 0 | J1",
                "an item whose key is removed | MATCH (p:Product {sku: 'M1'}) REMOVE p.sku | J1",
                "an item whose key changes | MATCH (p:Product {sku: 'M1'}) SET p.sku = 'M2' | J1 M2",
                "a replaced relationship type | MATCH (b:Customer {id: 'bob'})-[r:BOUGHT]->(p:Product {sku: 'M1'}) DELETE r CREATE (b)-[:VIEWED]->(p) | J1",
            })
    void theNextRequestSees(String what, String write, String expected) {
        database.run(write);

        assertThat(recommended("ann")).as(what).containsExactlyInAnyOrder((Object[]) expected.split(" "));
    }

    @Test
    void anItemThatGetsItsLabelBackIsThereWithAllItsRelationships() {
        database.run("MATCH (p:Product {sku: 'M1'}) REMOVE p:Product SET p:Archived");
        database.run("MATCH (p:Archived) SET p:Product REMOVE p:Archived");

        assertThat(recommended("ann")).containsExactlyInAnyOrder("M1", "J1");
    }

    @Test
    void ownActionsCountBeforeTheyAreCommittedAndNotAfterRollback() {
        try (Session session = database.session();
                Transaction transaction = session.beginTransaction()) {
            transaction
                    .run("MATCH (a:Customer {id: 'ann'}), (p:Product {sku: 'M1'}) CREATE (a)-[:BOUGHT {qty: 1}]->(p)")
                    .consume();
            List<Object> inside = transaction
                    .run("CALL clew.recommend('ann') YIELD itemId")
                    .list(row -> row.get(0).asObject());
            assertThat(inside).containsExactly("J1");
            transaction.rollback();
        }
        assertThat(recommended("ann")).containsExactlyInAnyOrder("M1", "J1");
    }

    @Test
    void aUserCreatedInTheSameTransactionIsServed() {
        try (Session session = database.session();
                Transaction transaction = session.beginTransaction()) {
            transaction
                    .run("MATCH (p:Product {sku: 'M1'}) CREATE (:Customer {id: 'dee'})-[:BOUGHT {qty: 1}]->(p)")
                    .consume();
            List<Object> inside = transaction
                    .run("CALL clew.recommend('dee') YIELD itemId")
                    .list(row -> row.get(0).asObject());

            assertThat(inside).containsExactly("K1");
        }
    }

    @Test
    void aDeclarationRolledBackWasNeverMade() {
        try (Session session = database.session();
                Transaction transaction = session.beginTransaction()) {
            transaction
                    .run("CALL clew.graph.declare('second', " + ShopTest.DECLARATION + ")")
                    .consume();
            transaction.rollback();
        }
        assertThat(database.column("CALL clew.graph.list() YIELD name")).containsExactly("shop");
    }

    @Test
    void aDroppedGraphIsGoneAndItsNodesStay() {
        database.run("CALL clew.graph.drop('shop')");

        assertThatThrownBy(() -> recommended("ann")).hasMessageContaining("No graph is declared in this database");
        assertThat(database.column("MATCH (p:Product) RETURN count(p)")).containsExactly(4L);
    }

    @Test
    void declaringTheSameAgainChangesNothingAndDeclaringAnewCountsUp() {
        String again = "CALL clew.graph.declare('shop', " + ShopTest.DECLARATION + ") YIELD version";
        assertThat(database.column(again)).containsExactly(1L);

        String withoutWeight = ShopTest.DECLARATION.replace("weight: 'qty', ", "");
        assertThat(database.column("CALL clew.graph.declare('shop', " + withoutWeight + ") YIELD version"))
                .containsExactly(2L);
        assertThat(recommended("ann")).containsExactlyInAnyOrder("M1", "J1");
    }

    /**
     * A commit that was under way when the graph was declared holds the build up; whatever is committed until it is through must be in the
     * first snapshot served.
     */
    @Test
    void commitsDuringTheBuildAreInTheFirstSnapshot() throws Exception {
        var held = new HeldCommit();
        var dbms = database.neo4j().databaseManagementService();
        dbms.registerTransactionEventListener("neo4j", held);
        try {
            CompletableFuture<Void> slow = CompletableFuture.runAsync(
                    () -> database.run(
                            "MATCH (c:Category {name: 'Hot water'}) CREATE (:Product {sku: 'SLOW', title: 'Samovar'})-[:IN]->(c)"));
            assertThat(held.reached.await(30, TimeUnit.SECONDS)).isTrue();
            database.run("CALL clew.graph.declare('second', " + ShopTest.DECLARATION + ")");
            database.run(
                    "MATCH (c:Category {name: 'Hot water'}) CREATE (:Product {sku: 'FAST', title: 'Thermos'})-[:IN]->(c)");
            database.run("MATCH (p:Product {sku: 'M1'}) DETACH DELETE p");
            assertThat(database.column("CALL clew.graph.status('second') YIELD state"))
                    .containsExactly("building");
            assertThatThrownBy(() -> database.run("CALL clew.recommend('ann', {graph: 'second', timeoutMillis: 20})"))
                    .hasMessageContaining("Graph 'second' is warming up");
            held.release.countDown();
            slow.get(30, TimeUnit.SECONDS);

            assertThat(database.column("CALL clew.recommend('ann', {graph: 'second'}) YIELD itemId"))
                    .containsExactlyInAnyOrder("J1", "SLOW", "FAST");
        } finally {
            held.release.countDown();
            dbms.unregisterTransactionEventListener("neo4j", held);
        }
    }

    /** Holds the first commit it sees between its preparation and its end. */
    private static final class HeldCommit extends TransactionEventListenerAdapter<Object> {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);

        @Override
        public Object beforeCommit(
                TransactionData data, org.neo4j.graphdb.Transaction transaction, GraphDatabaseService service)
                throws Exception {
            if (reached.getCount() > 0) {
                reached.countDown();
                assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
            }
            return "held";
        }
    }
}
