package dev.clew.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;

/**
 * A graph whose labels Clew did not choose: a shop with string keys. Ann bought a kettle and a teapot, Bob a kettle and a mug, Cy a mug; a
 * jug, which nobody bought, is in the category of the kettle.
 */
class ShopTest {
    static final String SHOP = """
            CREATE (ann:Customer {id: 'ann'}), (bob:Customer {id: 'bob'}), (cy:Customer {id: 'cy'}), (new:Customer {id: 'new'}),
              (kettle:Product {sku: 'K1', title: 'Kettle'}), (teapot:Product {sku: 'T1', title: 'Teapot'}),
              (mug:Product {sku: 'M1', title: 'Mug'}), (jug:Product {sku: 'J1', title: 'Jug'}),
              (hot:Category {name: 'Hot water'}), (cups:Category {name: 'Cups'}),
              (ann)-[:BOUGHT {qty: 1, at: 1700000000000}]->(kettle), (ann)-[:BOUGHT {qty: 2, at: 1700000001000}]->(teapot),
              (bob)-[:BOUGHT {qty: 1, at: 1700000002000}]->(kettle), (bob)-[:BOUGHT {qty: 1, at: 1700000003000}]->(mug),
              (cy)-[:BOUGHT {qty: 1, at: 1700000004000}]->(mug),
              (kettle)-[:IN]->(hot), (jug)-[:IN]->(hot), (mug)-[:IN]->(cups), (teapot)-[:IN]->(hot)
            """;
    static final String DECLARATION = """
            {user: {label: 'Customer', key: 'id'}, item: {label: 'Product', key: 'sku', name: 'title'},
             interactions: [{type: 'BOUGHT', weight: 'qty', time: 'at'}],
             attributes: [{type: 'IN', label: 'Category', kind: 'category', key: 'name', direction: 'OUT'}]}
            """;

    private static Database database;

    @BeforeAll
    static void declareTheShop() {
        database = new Database();
        database.run(SHOP);
        database.run("CALL clew.graph.declare('shop', " + DECLARATION + ")");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void estimatesTheMemoryOfAGraphFromItsCounts() {
        Record row =
                database.run("CALL clew.graph.estimate(" + DECLARATION + ")").get(0);

        // four customers, four products, two categories; five purchases, four products in a category
        assertThat(row.get("nodes").asLong()).isEqualTo(10);
        assertThat(row.get("relationships").asLong()).isEqualTo(9);
        assertThat(row.get("bytes").asLong()).isBetween(1_000L, 3_000L);
        assertThat(row.get("heapBytes").asLong()).isEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(row.get("fits").asBoolean()).isTrue();
        assertThat(row.get("message").asString()).isEmpty();
    }

    @Test
    void recommendsWhatOthersBoughtAndWhatSharesACategory() {
        List<Object> items = database.column("CALL clew.recommend('ann') YIELD itemId");

        assertThat(items).containsExactlyInAnyOrder("M1", "J1");
    }

    @Test
    void takesTheUserAsANodeToo() {
        List<Object> byNode =
                database.column("MATCH (c:Customer {id: 'ann'}) CALL clew.recommend(c) YIELD itemId RETURN itemId");

        assertThat(byNode).isEqualTo(database.column("CALL clew.recommend('ann') YIELD itemId"));
    }

    @Test
    void namesTheReasonAndShipsTheNode() {
        Record mug = database.run("CALL clew.recommend('ann', {explain: 'short'})").stream()
                .filter(row -> row.get("itemId").asString().equals("M1"))
                .findFirst()
                .orElseThrow();

        assertThat(mug.get("reason").asString()).contains("Kettle").contains("bought");
        Node node = mug.get("item").asNode();
        assertThat(node.get("title").asString()).isEqualTo("Mug");
        assertThat(mug.get("contributions").isNull()).isTrue();
        assertThat(mug.get("answer").asMap())
                .containsEntry("recommender", "meta-path")
                .containsEntry("stoppedBy", "complete");
    }

    @ParameterizedTest
    @CsvSource({"meta-path", "personalized-pagerank", "random-walk", "popularity"})
    void contributionsAreTheArithmeticOfTheScore(String recommender) {
        for (Record row : database.run(
                "CALL clew.recommend('ann', {recommender: $r, explain: 'full'})", Map.of("r", recommender))) {
            double sum = row
                    .get("contributions")
                    .asList(value -> value.get("contribution").asDouble())
                    .stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            double score = row.get("score").asDouble();

            assertThat(sum).isCloseTo(score, within(1e-6 * Math.abs(score)));
        }
    }

    @Test
    void walksAtRandomToWhatOthersBoughtAndWhatSharesACategory() {
        List<Record> rows = database.run("CALL clew.recommend('ann', {recommender: 'random-walk', k: 2})");

        assertThat(rows).extracting(row -> row.get("itemId").asString()).containsExactlyInAnyOrder("M1", "J1");
        assertThat(rows.get(0).get("answer").get("recommender").asString()).isEqualTo("random-walk");
        assertThat(rows.get(0).get("answer").get("stoppedBy").asString()).isIn("confident", "complete");
    }

    /** The jug shares its category with the teapot, and nothing with the mug. */
    @ParameterizedTest
    @CsvSource({"personalized-pagerank", "random-walk"})
    void anAnonymousVisitorMayWeighTheirClicks(String recommender) {
        String ask =
                "CALL clew.recommend(null, {recommender: $r, interactions: [{item: 'M1', weight: $m}, {item: 'T1', weight: $t}]})"
                        + " YIELD itemId, score WHERE itemId = 'J1' RETURN score";
        double mug = database.run(ask, Map.of("r", recommender, "m", 9, "t", 1))
                .get(0)
                .get("score")
                .asDouble();
        double teapot = database.run(ask, Map.of("r", recommender, "m", 1, "t", 9))
                .get(0)
                .get("score")
                .asDouble();

        assertThat(teapot).isGreaterThan(2 * mug);
    }

    @Test
    void explainsByPathsThatBrowserDraws() {
        List<Record> rows = database.run("CALL clew.explain('ann', 'M1')");

        Path path = rows.get(0).get("path").asPath();
        assertThat(path.relationships()).extracting(it -> it.type()).containsExactly("BOUGHT", "BOUGHT", "BOUGHT");
        assertThat(path.start().get("id").asString()).isEqualTo("ann");
        assertThat(path.end().get("sku").asString()).isEqualTo("M1");
        assertThat(rows.stream().mapToDouble(row -> row.get("share").asDouble()).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aUserWithoutActionsGetsWhatIsPopular() {
        List<Record> rows = database.run("CALL clew.recommend('new', {explain: 'short'})");

        // By quantity at nearly the same moment: teapot 2, kettle 2, mug 2; ties by key.
        assertThat(rows)
                .extracting(row -> row.get("answer").get("recommender").asString())
                .containsOnly("popularity");
        assertThat(rows).extracting(row -> row.get("itemId").asString()).containsExactlyInAnyOrder("K1", "M1", "T1");
    }

    @Test
    void anAnonymousVisitorIsServedFromTheirFirstClick() {
        List<Object> items = database.column("CALL clew.recommend(null, {interactions: [{item: 'M1'}]}) YIELD itemId");

        assertThat(items).containsExactly("K1");
    }

    @Test
    void similarItemsShareBuyersOrCategory() {
        assertThat(database.column("CALL clew.similar('K1') YIELD itemId")).containsExactlyInAnyOrder("T1", "M1", "J1");
    }

    @Test
    void trendingCountsWhatIsBought() {
        assertThat(database.column("CALL clew.trending({k: 5}) YIELD itemId"))
                .containsExactlyInAnyOrder("K1", "M1", "T1");
    }

    @Test
    void filterAndExcludeNarrowTheList() {
        assertThat(database.column("CALL clew.recommend('ann', {filter: {category: ['Cups']}}) YIELD itemId"))
                .containsExactly("M1");
        assertThat(database.column("CALL clew.recommend('ann', {exclude: ['M1']}) YIELD itemId"))
                .containsExactly("J1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CALL clew.recommend('ann', {timeoutMilis: 5}) | Did you mean 'timeoutMillis'?",
                "CALL clew.recommend('ann', {k: 0}) | k (0) must be a whole number in [1, 1000].",
                "CALL clew.recommend('zoe') | No user with key 'zoe' in graph 'shop'.",
                "CALL clew.explain('ann', 'X9') | No item with key 'X9' in graph 'shop'.",
                "CALL clew.recommend('ann', {recommender: 'meta-pth'}) | Did you mean 'meta-path'?",
                "CALL clew.recommend('ann', {graph: 'shpo'}) | Did you mean 'shop'?",
                "CALL clew.recommend('ann', {filter: {categry: ['Cups']}}) | Did you mean 'category'?",
                "CALL clew.recommend('ann', {filter: {category: ['Cup']}}) | there is no category with key 'Cup'",
                "CALL clew.recommend(null, {interactions: [{item: 'M1', type: 'BOUHGT'}]}) | Did you mean 'BOUGHT'?",
                "CALL clew.recommend('ann', {asOf: 'yesterday'}) | asOf (yesterday) must be epoch milliseconds",
            })
    void badInputIsNamedWithTheWayOut(String call, String message) {
        assertThatThrownBy(() -> database.run(call)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{user: {label: 'Custmer', key: 'id'}, item: {label: 'Product', key: 'sku'}, interactions: [{type: 'BOUGHT'}]} | user.label (Custmer) must be a label of this database. Did you mean 'Customer'?",
                "{user: {label: 'Customer', key: 'id'}, item: {label: 'Product', key: 'sku'}, interactions: [{type: 'BUYS'}]} | interactions[0].type (BUYS) must be a relationship type of this database.",
                "{user: {label: 'Customer', key: 'id'}, item: {label: 'Product', key: 'sku'}, interactions: [{type: 'BOUGHT', wieght: 'qty'}]} | interactions[0]: Unknown option 'wieght'. Did you mean 'weight'?",
                "{user: {label: 'Customer', key: 'id'}, item: {label: 'Product', key: 'sk'}, interactions: [{type: 'BOUGHT'}]} | item.key (sk) must be a property of this database. Did you mean 'sku'?",
            })
    void aWrongDeclarationIsRefused(String declaration, String message) {
        assertThatThrownBy(() -> database.run("CALL clew.graph.declare('other', " + declaration + ")"))
                .hasMessageContaining(message);
        assertThat(database.column("CALL clew.graph.list() YIELD name")).containsExactly("shop");
    }

    @Test
    void statusCountsWhatIsThere() {
        Record status = database.run("CALL clew.graph.status('shop')").get(0);

        assertThat(status.get("state").asString()).isEqualTo("ready");
        assertThat(status.get("users").asInt()).isEqualTo(4);
        assertThat(status.get("items").asInt()).isEqualTo(4);
        assertThat(status.get("attributes").asInt()).isEqualTo(2);
        assertThat(status.get("interactions").asInt()).isEqualTo(5);
        assertThat(status.get("bytes").asLong()).isGreaterThan(100);
    }

    @Test
    void streamHandsOutTheGraphAsDeclared() {
        List<Record> rows = database.run("CALL clew.graph.stream('shop')");

        // The order of the store, whatever the snapshot's own is.
        assertThat(rows)
                .filteredOn(row -> row.get("role").asString().equals("item"))
                .extracting(row -> row.get("source").asObject())
                .hasSize(4)
                .isEqualTo(database.column("MATCH (p:Product) RETURN p.sku ORDER BY id(p)"));
        Record twice = rows.stream()
                .filter(row -> row.get("target").asObject() != null
                        && row.get("target").asObject().equals("T1"))
                .findFirst()
                .orElseThrow();
        assertThat(twice.get("source").asString()).isEqualTo("ann");
        assertThat(twice.get("weight").asDouble()).isEqualTo(2);
        assertThat(twice.get("time").asLong()).isEqualTo(1700000001000L);
    }

    @Test
    void helpListsProceduresRecommendersAndOptions() {
        assertThat(database.column("CALL clew.help('declare') YIELD name")).contains("clew.graph.declare");
        assertThat(database.column("CALL clew.help('pagerank') YIELD name"))
                .contains("recommender 'personalized-pagerank'");
        assertThat(database.column("CALL clew.help() YIELD name")).contains("option timeoutMillis");
    }
}
